import * as z from "zod/mini";

/** Who is here, and what waits for them: what the menu of every page shows. */
export const personalMenuSchema = z.object({
  /** `null`: nobody yet; an account is made with the first mark. */
  person: z.nullable(
    z.object({
      name: z.nullable(z.string()),
      isAnonymous: z.boolean(),
      hasRecoveryCode: z.boolean(),
    }),
  ),
  unread: z.int().check(z.gte(0)),
  moderates: z.boolean(),
});

export type PersonalMenu = Readonly<z.infer<typeof personalMenuSchema>>;
