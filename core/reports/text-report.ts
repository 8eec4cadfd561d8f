import * as z from "zod/mini";

/** What a reader may find wrong; each is a key of `TextReport.kind` in messages. */
export const reportKinds = ["not_aligned", "mistranslated", "typo"] as const;
type ReportKind = (typeof reportKinds)[number];
type ReportState = "open" | "mended" | "declined";

/** What a reader says of a place, with the version in which they saw it. */
export const newReportSchema = z.strictObject({
  kind: z.enum(reportKinds),
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  rowId: z.string().check(z.regex(/^r[0-9]{1,7}$/)),
  sentenceId: z.nullable(z.string().check(z.regex(/^[de]s[0-9]{1,7}$/))),
  /** What stood there. */
  quote: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
  text: z.string().check(z.trim(), z.maxLength(2000)),
});
export type NewReport = z.infer<typeof newReportSchema>;

/** What is answered; `version` is the one in which it is mended. */
export const reportAnswerSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("open") }),
  z.strictObject({
    state: z.literal("declined"),
    answer: z.string().check(z.trim(), z.maxLength(2000)),
  }),
  z.strictObject({
    state: z.literal("mended"),
    answer: z.string().check(z.trim(), z.maxLength(2000)),
    version: z.int().check(z.gte(1), z.lte(1_000_000)),
  }),
]);
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;

/** A report as those who work on the article see it. */
export type ReportLine = {
  readonly id: string;
  readonly kind: ReportKind;
  readonly version: number;
  readonly rowId: string;
  readonly sentenceId: string | null;
  readonly quote: string;
  readonly text: string;
  /** Empty for somebody without a name. */
  readonly reporter: string;
  readonly createdAt: string;
  readonly state: ReportState;
  readonly answer: string;
  readonly answeredBy: string;
  /** The number of the version in which it is mended. */
  readonly mendedIn: number | null;
};
