import { z } from "zod";

/** What a person may do in this installation, beyond what everyone may. */
export const roles = ["owner", "editor", "reviewer", "reader"] as const;

export type Role = (typeof roles)[number];

/** Whoever asks, with an account; an anonymous account is one too. */
export const viewerSchema = z.strictObject({
  id: z.string().min(1).max(100),
  isAnonymous: z.boolean(),
  role: z.enum(roles),
});

export type Viewer = Readonly<z.infer<typeof viewerSchema>>;

/** Whoever asks without a session. A page that is the same for everybody asks as nobody. */
export const nobody = null;
