import type { ContentNode } from "@/core/article/content";
import { spliceText } from "./splice-text";

/** Where a code unit comes from: its offset in the side's old text, `null` for one that was not there. */
export type Origin = number | null;

/** A block in the editing, with the origin of every code unit of its text. */
export type TrackedBlock = {
  readonly node: ContentNode;
  readonly text: string;
  readonly origins: readonly Origin[];
};

/** A place in a block's old text where something is taken out, put in, or both. */
export type Splice = {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
  /** For each code unit of `insert`. */
  readonly origins: readonly Origin[];
};

/** A splice of text that was not there before. */
export function newText(at: number, remove: number, insert: string): Splice {
  return { at, remove, insert, origins: Array.from(insert, () => null) };
}

/** Applies splices that do not overlap; what is put in at the start of what is taken out stands before it. */
export function applySplices(block: TrackedBlock, splices: readonly Splice[]): TrackedBlock {
  const fromTheEnd = splices.toReversed().sort((a, b) => b.at - a.at || b.remove - a.remove);
  return fromTheEnd.reduce(
    ({ node, text, origins }, { at, remove, insert, origins: added }) => ({
      node: spliceText(node, at, remove, insert),
      text: text.slice(0, at) + insert + text.slice(at + remove),
      origins: [...origins.slice(0, at), ...added, ...origins.slice(at + remove)],
    }),
    block,
  );
}
