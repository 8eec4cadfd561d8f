import type { Anchor } from "./annotation";
import type { Span } from "./context-evidence";
import { contextLength, splitsPair } from "./describe-anchor";
import type { SideText } from "./side-text";

/**
 * Where an anchor's passage stands while nothing about it has changed: the same words with the same context in the same place, in
 * a sentence that is still the same one. `null` where anything is otherwise. Ten thousand are looked for before a page can
 * be painted, so all is compared in place, and nothing but the answer is made.
 */
export function untouchedSpan(side: SideText, anchor: Anchor): Span | null {
  const first = side.indexOf.get(anchor.start.block);
  const last = anchor.end.block === anchor.start.block ? first : side.indexOf.get(anchor.end.block);
  if (first === undefined || last === undefined || side.language !== anchor.side) return null;
  const start = offsetIn(side, first, anchor.start.offset);
  const end = offsetIn(side, last, anchor.end.offset);
  if (start < 0 || end < start) return null;
  const isSame =
    anchor.exact.length === end - start &&
    side.text.startsWith(anchor.exact, start) &&
    hasPrefix(side, anchor.prefix, side.starts[first] ?? 0, start) &&
    hasSuffix(side, anchor.suffix, end, endOf(side, last));
  return isSame && isInMarked(side, anchor, first, last, start, end) ? { start, end } : null;
}

/** -1 where the block is shorter. */
function offsetIn(side: SideText, block: number, offset: number): number {
  if (offset > (side.blocks[block]?.text.length ?? 0)) return -1;
  return (side.starts[block] ?? 0) + offset;
}

function endOf(side: SideText, block: number): number {
  return (side.starts[block] ?? 0) + (side.blocks[block]?.text.length ?? 0);
}

function hasPrefix({ text }: SideText, prefix: string, blockStart: number, start: number) {
  let from = Math.max(blockStart, start - contextLength);
  if (splitsPair(text, from)) from += 1;
  return prefix.length === start - from && text.startsWith(prefix, from);
}

function hasSuffix({ text }: SideText, suffix: string, end: number, blockEnd: number) {
  let to = Math.min(blockEnd, end + contextLength);
  if (splitsPair(text, to)) to -= 1;
  return suffix.length === to - end && text.startsWith(suffix, end);
}

/** Whether any sentence that the passage touches is one that was marked. */
function isInMarked(
  side: SideText,
  anchor: Anchor,
  first: number,
  last: number,
  start: number,
  end: number,
): boolean {
  for (let index = first; index <= last; index += 1) {
    const blockStart = side.starts[index] ?? 0;
    for (const sentence of side.blocks[index]?.sentences ?? []) {
      const touches = blockStart + sentence.start < end && blockStart + sentence.end > start;
      if (touches && anchor.sentences.includes(sentence.id)) return true;
    }
  }
  return false;
}
