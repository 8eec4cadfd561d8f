import * as z from "zod/mini";

/** Why somebody finds that a note should not stand where others see it. */
export const reportKinds = ["insult", "spam", "privacy", "unlawful", "other"] as const;

export type ReportKind = (typeof reportKinds)[number];

const wordsSchema = z._default(
  z.string().check(z.trim(), z.maxLength(1000), z.regex(/^[^\p{Co}\0]*$/u)),
  "",
);

export const newReportSchema = z.strictObject({
  annotationId: z.uuid(),
  /** `null`: the note itself. */
  replyId: z._default(z.nullable(z.uuid()), null),
  kind: z.enum(reportKinds),
  text: wordsSchema,
  /** Of the link by which the note was seen; `null` for one that stands in an article. */
  token: z._default(z.nullable(z.string().check(z.minLength(1), z.maxLength(100))), null),
});
export type NewReport = z.infer<typeof newReportSchema>;

/** What a moderator can decide of something that was reported, held or hidden. */
const decisions = ["release", "hide", "show", "remove", "keep"] as const;

export type Decision = (typeof decisions)[number];

const targetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("annotation"), id: z.uuid() }),
  z.strictObject({ kind: z.literal("reply"), id: z.uuid() }),
  /** Of the container of the Web Annotation Protocol, on something that is no article here. */
  z.strictObject({
    kind: z.literal("web-annotation"),
    name: z.string().check(z.minLength(1), z.maxLength(300)),
  }),
]);
export type ModerationTarget = z.infer<typeof targetSchema>;

export const decisionSchema = z.strictObject({
  target: targetSchema,
  decision: z.enum(decisions),
  reason: wordsSchema,
});
export type NewDecision = z.infer<typeof decisionSchema>;
