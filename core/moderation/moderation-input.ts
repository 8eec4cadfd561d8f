import { z } from "zod";

/** Why somebody finds that a note should not stand where others see it. */
export const reportKinds = ["insult", "spam", "privacy", "unlawful", "other"] as const;

export type ReportKind = (typeof reportKinds)[number];

const wordsSchema = z
  .string()
  .trim()
  .max(1000)
  .regex(/^[^\p{Co}\0]*$/u)
  .default("");

export const newReportSchema = z.strictObject({
  annotationId: z.uuid(),
  /** `null`: the note itself. */
  replyId: z.uuid().nullable().default(null),
  kind: z.enum(reportKinds),
  text: wordsSchema,
  /** Of the link by which the note was seen; `null` for one that stands in an article. */
  token: z.string().min(1).max(100).nullable().default(null),
});
export type NewReport = z.infer<typeof newReportSchema>;

/** What a moderator can decide of something that was reported, held or hidden. */
const decisions = ["release", "hide", "show", "remove", "keep"] as const;

export type Decision = (typeof decisions)[number];

const targetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("annotation"), id: z.uuid() }),
  z.strictObject({ kind: z.literal("reply"), id: z.uuid() }),
  /** Of the container of the Web Annotation Protocol, on something that is no article here. */
  z.strictObject({ kind: z.literal("web-annotation"), name: z.string().min(1).max(300) }),
]);
export type ModerationTarget = z.infer<typeof targetSchema>;

export const decisionSchema = z.strictObject({
  target: targetSchema,
  decision: z.enum(decisions),
  reason: wordsSchema,
});
export type NewDecision = z.infer<typeof decisionSchema>;
