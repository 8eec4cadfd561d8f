import { z } from "zod";
import { beadStatuses } from "@/core/article/article";
import { type ContentNodeType, textBlockTypes } from "@/core/article/content";

const idSchema = (letters: string) => z.string().regex(new RegExp(`^${letters}[0-9]{1,7}$`));
const number = z.int().min(1).max(10_000_000);
const text = z.string().max(1_000_000);

const blockKinds = [
  ...textBlockTypes,
  ...(["bulletList", "orderedList", "blockquote", "table", "figure", "callout"] as const),
  ...(["horizontalRule", "footnote"] as const),
] satisfies ContentNodeType[];

function sideSchema(letter: "d" | "e") {
  const block = idSchema(`${letter}b`);
  return z.strictObject({
    next: z.strictObject({ block: number, sentence: number }),
    blocks: z
      .array(
        z.strictObject({
          id: block,
          kind: z.enum(blockKinds),
          mergedIds: z.array(block).max(1000),
          sentences: z.array(z.tuple([idSchema(`${letter}s`), text])).max(100_000),
        }),
      )
      .max(100_000),
    tombstones: z.array(z.strictObject({ id: block, text })).max(100_000),
  });
}

const beadSide = (letter: "d" | "e") => z.array(idSchema(`${letter}s`)).max(1000);
const rowSide = (letter: "d" | "e") => z.array(idSchema(`${letter}b`)).max(100_000);

/**
 * `alignment.json`: what an article is beside its two texts. The texts of the sentences stand in it too, so that after an
 * edit of the MDX by hand it is known what a block said before.
 */
const alignmentFileSchema = z.strictObject({
  format: z.literal(1),
  sides: z.strictObject({ de: sideSchema("d"), en: sideSchema("e") }),
  beads: z
    .array(
      z.strictObject({
        de: beadSide("d"),
        en: beadSide("e"),
        probability: z.number().min(0).max(1),
        status: z.enum(beadStatuses),
        isLocked: z.literal(true).optional(),
        by: z.string().min(1).max(100).optional(),
        at: z.iso.datetime().optional(),
      }),
    )
    .max(200_000),
  rows: z
    .array(
      z.strictObject({
        id: idSchema("r"),
        de: rowSide("d"),
        en: rowSide("e"),
        isProposed: z.literal(true).optional(),
      }),
    )
    .max(200_000),
});

type AlignmentFile = z.infer<typeof alignmentFileSchema>;

export type AlignmentFileResult =
  | { readonly ok: true; readonly file: AlignmentFile }
  /** `detail` is the parser's own English. */
  | { readonly ok: false; readonly detail: string };

/** Reads the text of an `alignment.json`. */
export function parseAlignmentFile(source: string): AlignmentFileResult {
  const json = parseJson(source);
  if (!json.ok) return json;
  const result = alignmentFileSchema.safeParse(json.value);
  if (result.success) return { ok: true, file: result.data };
  const [issue] = result.error.issues;
  return { ok: false, detail: issue ? `${issue.path.join(".")}: ${issue.message}` : "" };
}

function parseJson(source: string): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : "" };
  }
}
