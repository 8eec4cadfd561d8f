import * as z from "zod/mini";
import { tokenScopes } from "../viewer/token-scopes";
import { lineSchema } from "./account-input";

export const newTokenSchema = z.strictObject({
  /** What its owner calls it. */
  name: lineSchema,
  scope: z.enum(tokenScopes),
  /** `null` for one that goes on until it is revoked. */
  days: z.nullable(z.int().check(z.gte(1), z.lte(3650))),
});
