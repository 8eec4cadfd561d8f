import { z } from "zod";

/** Who is here, and what waits for them: what the menu of every page shows. */
export const personalMenuSchema = z.object({
  /** `null`: nobody yet; an account is made with the first mark. */
  person: z
    .object({
      name: z.string().nullable(),
      isAnonymous: z.boolean(),
      hasRecoveryCode: z.boolean(),
    })
    .nullable(),
  unread: z.int().min(0),
  moderates: z.boolean(),
});

export type PersonalMenu = Readonly<z.infer<typeof personalMenuSchema>>;
