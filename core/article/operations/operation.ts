import * as z from "zod/mini";
import { contentNodeSchema } from "../content-schema";
import { frontMatterSchema } from "../front-matter";
import { languages } from "../language";

const sentence = z.string().check(z.regex(/^[de]s[0-9]{1,7}$/));
const block = z.string().check(z.regex(/^[de]b[0-9]{1,7}$/));
const row = z.string().check(z.regex(/^r[0-9]{1,7}$/));
const side = z.enum(languages);
const sentences = z.array(sentence).check(z.minLength(1), z.maxLength(200_000));
const writtenText = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(20_000), z.regex(/^[^\n\r\u2028\u2029\0]*$/));

const mergeRows = z.strictObject({
  kind: z.literal("merge-rows"),
  /** Rows that follow each other. */
  rows: z.array(row).check(z.minLength(2), z.maxLength(1000)),
});

const splitRow = z.strictObject({
  kind: z.literal("split-row"),
  row,
  /** The first sentence of the second row on each side; `null` where all of that side stays in the first. */
  at: z.strictObject({ de: z.nullable(sentence), en: z.nullable(sentence) }),
});

const moveSentence = z.strictObject({
  kind: z.literal("move-sentence"),
  sentence,
  direction: z.enum(["up", "down"]),
});

const swapPartners = z.strictObject({
  kind: z.literal("swap-partners"),
  /** Two sentences of one side: what they are linked to is exchanged. */
  sentences: z.tuple([sentence, sentence]),
});

const linkSentences = z.strictObject({ kind: z.literal("link-sentences"), sentences });

const unlinkSentences = z.strictObject({ kind: z.literal("unlink-sentences"), sentences });

const mergeSentences = z.strictObject({
  kind: z.literal("merge-sentences"),
  /** Sentences of one block that follow each other. */
  sentences: z.array(sentence).check(z.minLength(2), z.maxLength(1000)),
});

const splitSentence = z.strictObject({
  kind: z.literal("split-sentence"),
  sentence,
  /** Where the second part begins, in code units of the sentence. */
  offset: z.int().check(z.gte(1), z.lte(1_000_000)),
});

const insertSentence = z.strictObject({
  kind: z.literal("insert-sentence"),
  text: writtenText,
  place: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["before", "after"]), sentence }),
    /** In a row that has nothing on this side. */
    z.strictObject({ kind: z.literal("row"), row, side }),
  ]),
  /** A sentence of the other side, in the same row, that the new one translates. */
  partner: z.nullable(sentence),
});

const deleteSentences = z.strictObject({ kind: z.literal("delete-sentences"), sentences });

const editText = z.strictObject({
  kind: z.literal("edit-text"),
  edits: z
    .array(
      z.strictObject({
        block,
        /** What stands there from now on; none deletes the block. */
        nodes: z.array(contentNodeSchema).check(z.maxLength(1000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(100_000)),
});

const editFrontMatter = z.strictObject({
  kind: z.literal("edit-front-matter"),
  side,
  frontMatter: frontMatterSchema,
});

const setStatus = z.strictObject({
  kind: z.literal("set-status"),
  /** Whole beads: any of their sentences names them. */
  sentences,
  status: z.enum(["proposed", "needs-review", "verified"]),
});

const setLock = z.strictObject({
  kind: z.literal("set-lock"),
  sentences,
  isLocked: z.boolean(),
});

const realign = z.strictObject({
  kind: z.literal("realign"),
  /** What the aligner found, for all sentences of the beads that they replace. */
  beads: z
    .array(
      z.strictObject({
        de: z.array(sentence).check(z.maxLength(1000)),
        en: z.array(sentence).check(z.maxLength(1000)),
        probability: z.number().check(z.gte(0), z.lte(1)),
      }),
    )
    .check(z.maxLength(200_000)),
  /** Two sentences that a person said are each other's translation, around which the rest was aligned. */
  pinned: z.nullable(z.strictObject({ de: sentence, en: sentence })),
});

/** What an editor can do to an article, each undone by what `applyOperation` gives back with it. */
export const operationSchema = z.discriminatedUnion("kind", [
  mergeRows,
  splitRow,
  moveSentence,
  swapPartners,
  linkSentences,
  unlinkSentences,
  mergeSentences,
  splitSentence,
  insertSentence,
  deleteSentences,
  editText,
  editFrontMatter,
  setStatus,
  setLock,
  realign,
]);

export type Operation = z.infer<typeof operationSchema>;
export type OperationKind = Operation["kind"];
/** The operation of a kind. */
export type OperationOf<Kind extends OperationKind> = Extract<Operation, { readonly kind: Kind }>;

/** Who does it, and when (ISO 8601 in UTC). */
export type Stamp = { readonly by: string; readonly at: string };

/** Why an operation cannot be done; a key of `Workbench.refused` in messages. */
const refusalReasons = [
  "unknown",
  "locked",
  "not-adjacent",
  "at-edge",
  "across-bead",
  "across-block",
  "different-rows",
  "one-side",
  "both-sides",
  "already-so",
  "occupied",
  "empty",
  "incomplete",
] as const;

export type RefusalReason = (typeof refusalReasons)[number];
export type Refused = { readonly ok: false; readonly reason: RefusalReason };

export function refused(reason: RefusalReason): Refused {
  return { ok: false, reason };
}
