import { z } from "zod";
import { lineSchema } from "../account/account-input";
import { groupRoles } from "../audience/access";

const textSchema = z
  .string()
  .trim()
  .max(2000)
  .regex(/^[^\p{Co}\0]*$/u);

export const newGroupSchema = z.strictObject({
  name: lineSchema,
  description: textSchema.default(""),
});

export const groupChangeSchema = z.strictObject({
  name: lineSchema.optional(),
  description: textSchema.optional(),
  isArchived: z.boolean().optional(),
});

const invitableRoles = ["moderator", "member", "reader"] as const;

export const newInvitationSchema = z.strictObject({
  role: z.enum(invitableRoles).default("member"),
  /** `null` for a link that goes on until it is revoked. */
  days: z.int().min(1).max(365).nullable().default(14),
  /** `null` for as many as come. */
  maxUses: z.int().min(1).max(1000).nullable().default(null),
  /** Whom to send it to; then it is for one person. */
  email: z.string().trim().max(254).pipe(z.email()).nullable().default(null),
});

export const joinSchema = z.strictObject({
  token: z.string().min(1).max(100),
  /** For somebody who has not given a name yet: a group knows who is in it. */
  name: lineSchema.nullable(),
});

export const roleOnlySchema = z.strictObject({ role: z.enum(groupRoles).exclude(["owner"]) });

export const memberOnlySchema = z.strictObject({ userId: z.string().min(1).max(100) });

export const assignmentSchema = z.strictObject({
  articleSlug: z.string().min(1).max(100),
  task: textSchema.default(""),
  dueAt: z.iso.datetime().nullable(),
});

export const progressSchema = z.strictObject({ share: z.number().min(0).max(1) });
