import { z } from "zod";
import { tokenScopes } from "../viewer/token-scopes";
import { lineSchema } from "./account-input";

export const newTokenSchema = z.strictObject({
  /** What its owner calls it. */
  name: lineSchema,
  scope: z.enum(tokenScopes),
  /** `null` for one that goes on until it is revoked. */
  days: z.int().min(1).max(3650).nullable(),
});
