import { z } from "zod";
import { contentNodeSchema } from "../content-schema";
import { frontMatterSchema } from "../front-matter";
import { languages } from "../language";

const sentence = z.string().regex(/^[de]s[0-9]{1,7}$/);
const block = z.string().regex(/^[de]b[0-9]{1,7}$/);
const row = z.string().regex(/^r[0-9]{1,7}$/);
const side = z.enum(languages);
const sentences = z.array(sentence).min(1).max(200_000);
const writtenText = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .regex(/^[^\n\r\u2028\u2029\0]*$/);

const mergeRows = z.strictObject({
  kind: z.literal("merge-rows"),
  /** Rows that follow each other. */
  rows: z.array(row).min(2).max(1000),
});

const splitRow = z.strictObject({
  kind: z.literal("split-row"),
  row,
  /** The first sentence of the second row on each side; `null` where all of that side stays in the first. */
  at: z.strictObject({ de: sentence.nullable(), en: sentence.nullable() }),
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
  sentences: z.array(sentence).min(2).max(1000),
});

const splitSentence = z.strictObject({
  kind: z.literal("split-sentence"),
  sentence,
  /** Where the second part begins, in code units of the sentence. */
  offset: z.int().min(1).max(1_000_000),
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
  partner: sentence.nullable(),
});

const deleteSentences = z.strictObject({ kind: z.literal("delete-sentences"), sentences });

const editText = z.strictObject({
  kind: z.literal("edit-text"),
  edits: z
    .array(
      z.strictObject({
        block,
        /** What stands there from now on; none deletes the block. */
        nodes: z.array(contentNodeSchema).max(1000),
      }),
    )
    .min(1)
    .max(100_000),
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
        de: z.array(sentence).max(1000),
        en: z.array(sentence).max(1000),
        probability: z.number().min(0).max(1),
      }),
    )
    .max(200_000),
  /** Two sentences that a person said are each other's translation, around which the rest was aligned. */
  pinned: z.strictObject({ de: sentence, en: sentence }).nullable(),
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
