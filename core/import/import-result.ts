import * as z from "zod/mini";
import { versionSummarySchema } from "../article/article-summary";
import { frontMatterSchema } from "../article/front-matter";
import { lineRoles } from "./import-choices";
import { importFindingSchema } from "./import-finding";

/** Which words the aligner knew beside those of the document. */
const lexiconLayers = ["none", "built-in", "dictionary"] as const;
export type LexiconLayer = (typeof lexiconLayers)[number];

/** What was done to a file as a whole; keys of the messages `Import.notice`. */
const noticeKinds = [
  "images-left-out",
  "codes-left-out",
  "other-languages-left-out",
  "page-furniture-left-out",
  "macros-ignored",
  "source-shown",
  "long-segments-left-out",
] as const;

/** Why no article could be made of the files; keys of the messages `Import.refusal`. */
const refusalReasons = [
  "no-files",
  "too-many-files",
  "too-large",
  "too-much-text",
  "empty",
  "binary",
  "too-deep",
  "archive-damaged",
  "archive-too-large",
  "archive-unsafe",
  "archive-encrypted",
  "archive-unknown",
  "xml-damaged",
  "xml-entities",
  "not-this-format",
  "no-pairs",
  "pairs-beside-file",
  "only-german",
  "only-english",
  "no-german-or-english",
  "too-different",
  "unrelated",
] as const;

const side = z.enum(["de", "en"]);
const bySide = <Value extends z.core.$ZodType>(value: Value) =>
  z.strictObject({ de: value, en: value });
const count = z.int().check(z.gte(0));
const lineWithRole = z.strictObject({ role: z.enum(lineRoles), text: z.string() });

/** The sentence of the preview that a finding is about, and in which part that stands, from 1. */
const findingTargetSchema = z.strictObject({ sentenceId: z.string(), part: count });
export type FindingTarget = Readonly<z.infer<typeof findingTargetSchema>>;

/** What was made of an import's files, as far as a person is told of it beside the text itself. */
const importedSchema = z.strictObject({
  ok: z.literal(true),
  lexicon: z.enum(lexiconLayers),
  counts: z.strictObject({
    sentences: bySide(count),
    beads: count,
    /** Beads that a person should look at. */
    doubtful: count,
    rows: count,
    proposedRows: count,
    /** Of the preview, as the reading page has them. */
    parts: count,
  }),
  heads: bySide(z.strictObject({ frontMatter: frontMatterSchema, minutes: count })),
  summary: versionSummarySchema,
  /** Of each side the lines that may be something else than text, with what they are now. */
  lines: bySide(z.array(lineWithRole)),
  /** Where the halves of one file meet, and the lines around that place; null where there are no halves. */
  division: z.nullable(
    z.strictObject({
      line: count,
      first: side,
      around: z.array(z.strictObject({ number: count, text: z.string() })),
    }),
  ),
  findings: z.array(
    z.strictObject({ finding: importFindingSchema, target: z.nullable(findingTargetSchema) }),
  ),
  /** What stands in no article: marks, label lines, what a file holds beside its text. */
  leftOvers: z.array(z.strictObject({ side, text: z.string() })),
  notices: z.array(z.strictObject({ kind: z.enum(noticeKinds), file: z.string(), count })),
});
export type Imported = Readonly<z.infer<typeof importedSchema>>;

const refusedSchema = z.strictObject({
  ok: z.literal(false),
  reason: z.enum(refusalReasons),
  /** For the message. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Refused = Readonly<z.infer<typeof refusedSchema>>;

export const importResultSchema = z.discriminatedUnion("ok", [importedSchema, refusedSchema]);
