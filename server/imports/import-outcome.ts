import "server-only";
import { z } from "zod";
import { versionSummarySchema } from "@/core/article/article-summary";
import { frontMatterSchema } from "@/core/article/front-matter";
import { lineRoles } from "@/core/import/import-choices";

const side = z.enum(["de", "en"]);
const bySide = <Value extends z.ZodType>(value: Value) => z.strictObject({ de: value, en: value });
const count = z.int().min(0);

/** Which words the aligner knew beside those of the document. */
export const lexiconLayers = ["none", "built-in", "dictionary"] as const;
export type LexiconLayer = (typeof lexiconLayers)[number];

/** What was made of an import's files, as far as a person is told of it beside the text itself. */
const importedSchema = z.strictObject({
  ok: z.literal(true),
  layout: z.string(),
  lexicon: z.enum(lexiconLayers),
  counts: z.strictObject({
    sentences: bySide(count),
    beads: count,
    /** Beads that a person should look at. */
    doubtful: count,
    rows: count,
    proposedRows: count,
    parts: count,
  }),
  heads: bySide(z.strictObject({ frontMatter: frontMatterSchema, minutes: count })),
  summary: versionSummarySchema,
  /** Of each side the lines that may be something else than text, with what they are now. */
  lines: bySide(z.array(z.strictObject({ role: z.enum(lineRoles), text: z.string() }))),
  /** Where the halves of one file meet: the lines around that place; null where there are no halves. */
  division: z
    .strictObject({
      line: count,
      first: side,
      around: z.array(z.strictObject({ number: count, text: z.string() })),
    })
    .nullable(),
  roles: z.array(z.strictObject({ side, role: z.enum(lineRoles), text: z.string() })),
  findings: z.array(
    z.strictObject({ kind: z.string(), side, sentence: count.nullable(), text: z.string() }),
  ),
  leftOvers: z.array(z.strictObject({ side, text: z.string() })),
  notices: z.array(z.strictObject({ kind: z.string(), file: z.string(), count })),
});
export type Imported = z.infer<typeof importedSchema>;

const refusedSchema = z.strictObject({
  ok: z.literal(false),
  /** A key of the messages `Import.refusal`. */
  reason: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Refused = z.infer<typeof refusedSchema>;

export const importResultSchema = z.discriminatedUnion("ok", [importedSchema, refusedSchema]);

/** What the worker makes: what is told, and the version with its preview. */
export type ImportOutcome =
  | {
      readonly told: Imported;
      readonly files: { readonly de: string; readonly en: string; readonly alignment: string };
      readonly parts: readonly {
        readonly rowCount: number;
        readonly de: string;
        readonly en: string;
      }[];
    }
  | { readonly told: Refused };
