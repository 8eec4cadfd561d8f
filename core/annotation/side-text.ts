import type { Sentence } from "../article/article";
import type { Language } from "../article/language";
import type { Point } from "./annotation";

/** A block as anchors see it: its text (`blockText`), its sentences, and the ids of blocks that were merged into it. */
export type TextOfBlock = {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly mergedIds?: readonly string[];
};

/** A passage of one side; `end` is exclusive and never before `start`. */
export type TextRange = { readonly start: Point; readonly end: Point };

/** The text of one side as a single string, with the way back to blocks: made once, asked for every anchor. */
export type SideText = {
  readonly language: Language;
  readonly blocks: readonly TextOfBlock[];
  /** The texts of the blocks, joined by "\n". */
  readonly text: string;
  /** For each block, where its text begins in `text`. */
  readonly starts: readonly number[];
  /** The index of a block by its id. */
  readonly indexOf: ReadonlyMap<string, number>;
};

/** Joins the blocks of one side, given in reading order, into the text that anchors are described and resolved in. */
export function sideText(language: Language, blocks: readonly TextOfBlock[]): SideText {
  const starts: number[] = [];
  let next = 0;
  for (const block of blocks) {
    starts.push(next);
    next += block.text.length + 1;
  }
  return {
    language,
    blocks,
    text: blocks.map((block) => block.text).join("\n"),
    starts,
    indexOf: new Map(blocks.map((block, index) => [block.id, index])),
  };
}

/** Where a point stands in `side.text`; `null` when the block is not there or is shorter than the offset. */
export function pointToOffset(side: SideText, point: Point): number | null {
  const index = side.indexOf.get(point.block);
  if (index === undefined) return null;
  if (point.offset > (side.blocks[index]?.text.length ?? 0)) return null;
  return (side.starts[index] ?? 0) + point.offset;
}

/** The point of an offset in `side.text`; `null` only when it lies outside the text or the side has no block. */
export function offsetToPoint(side: SideText, offset: number): Point | null {
  const index = blockAt(side, offset);
  const block = side.blocks[index];
  if (!block || offset < 0 || offset > side.text.length) return null;
  return { block: block.id, offset: offset - (side.starts[index] ?? 0) };
}

/** The index of the last block that begins at or before the offset; -1 before the first. */
export function blockAt(side: SideText, offset: number): number {
  let low = 0;
  let high = side.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((side.starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The words of a passage, blocks joined by "\n"; `null` when the passage is not in this text or runs backwards. */
export function quoteOf(side: SideText, range: TextRange): string | null {
  const start = pointToOffset(side, range.start);
  const end = pointToOffset(side, range.end);
  if (start === null || end === null || end < start) return null;
  return side.text.slice(start, end);
}
