import * as z from "zod/mini";
import { lineSchema } from "../account/account-input";

const textSchema = z.string().check(z.trim(), z.maxLength(2000), z.regex(/^[^\p{Co}\0]*$/u));

export const newGroupSchema = z.strictObject({
  name: lineSchema,
  description: z._default(textSchema, ""),
});

export const groupChangeSchema = z.strictObject({
  name: z.optional(lineSchema),
  description: z.optional(textSchema),
  isArchived: z.optional(z.boolean()),
});

const invitableRoles = ["moderator", "member", "reader"] as const;

export const newInvitationSchema = z.strictObject({
  role: z._default(z.enum(invitableRoles), "member"),
  /** `null` for a link that goes on until it is revoked. */
  days: z._default(z.nullable(z.int().check(z.gte(1), z.lte(365))), 14),
  /** `null` for as many as come. */
  maxUses: z._default(z.nullable(z.int().check(z.gte(1), z.lte(1000))), null),
  /** Whom to send it to; then it is for one person. */
  email: z._default(
    z.nullable(z.pipe(z.string().check(z.trim(), z.maxLength(254)), z.email())),
    null,
  ),
});

export const joinSchema = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(100)),
  /** For somebody who has not given a name yet: a group knows who is in it. */
  name: z.nullable(lineSchema),
});

export const roleOnlySchema = z.strictObject({ role: z.enum(invitableRoles) });

export const memberOnlySchema = z.strictObject({
  userId: z.string().check(z.minLength(1), z.maxLength(100)),
});

export const assignmentSchema = z.strictObject({
  articleSlug: z.string().check(z.minLength(1), z.maxLength(100)),
  task: z._default(textSchema, ""),
  dueAt: z.nullable(z.iso.datetime()),
});

export const progressSchema = z.strictObject({ share: z.number().check(z.gte(0), z.lte(1)) });
