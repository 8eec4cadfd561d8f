import * as z from "zod/mini";
import { type Rule, ruleSeverity } from "../checks/rule";

/** What a person is told in words of its own: keys of the messages `Import.finding`. */
const toldKinds = [
  "title-missing",
  "dateline-glued",
  "paragraphs-projected",
  "paragraphs-proposed",
  "doubtful",
  "unpaired",
  "unchecked",
] as const;

/** What the checks found beside that: keys of the messages `Checks.explanation`. */
type CheckKind = Exclude<Rule, (typeof toldKinds)[number]>;

const place = {
  side: z.enum(["de", "en"]),
  /** The index of the sentence in the running text; null where it concerns the side, or a line above or below the text. */
  sentence: z.nullable(z.int().check(z.gte(0))),
  /** The words in question; empty where there are none. */
  text: z.string(),
};

const toldFindingSchema = z.strictObject({ kind: z.enum(toldKinds), ...place });

const checkFindingSchema = z.strictObject({
  kind: z.custom<CheckKind>((kind) => typeof kind === "string" && isCheckKind(kind)),
  ...place,
  /** Fills the explanation. */
  values: z.record(z.string(), z.string()),
});

/** Something in a document that a person should look at. */
export const importFindingSchema = z.union([toldFindingSchema, checkFindingSchema]);

export type ImportFinding = Readonly<z.infer<typeof importFindingSchema>>;

export function isCheckKind(rule: string): rule is CheckKind {
  return Object.hasOwn(ruleSeverity, rule) && !(toldKinds as readonly string[]).includes(rule);
}
