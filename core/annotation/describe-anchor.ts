import type { Anchor } from "./annotation";
import { blockAt, offsetToPoint, pointToOffset, type SideText, type TextRange } from "./side-text";

/** How much text before and after a passage an anchor keeps, in code units. */
export const contextLength = 32;

const maxExactLength = 20_000;
const maxSentences = 500;

export type DescribeResult =
  | { readonly ok: true; readonly anchor: Anchor }
  | { readonly ok: false; readonly reason: "empty" | "too-long" | "outside" };

/**
 * Describes a passage of one side so that it can be found again after the text has changed. A range that cuts a
 * surrogate pair is widened to whole code points. `version` is the number of the article's version that is read.
 */
export function describeAnchor(side: SideText, range: TextRange, version: number): DescribeResult {
  const from = pointToOffset(side, range.start);
  const to = pointToOffset(side, range.end);
  if (from === null || to === null) return { ok: false, reason: "outside" };
  if (from >= to) return { ok: false, reason: "empty" };

  const start = splitsPair(side.text, from) ? from - 1 : from;
  const end = splitsPair(side.text, to) ? to + 1 : to;
  const startPoint = offsetToPoint(side, start);
  const endPoint = offsetToPoint(side, end);
  if (!startPoint || !endPoint) return { ok: false, reason: "outside" };

  const sentences = sentencesIn(side, start, end);
  if (sentences.length === 0) return { ok: false, reason: "empty" };
  if (end - start > maxExactLength || sentences.length > maxSentences) {
    return { ok: false, reason: "too-long" };
  }
  const { before, after } = contextOf(side, start, end);
  return {
    ok: true,
    anchor: {
      version,
      side: side.language,
      start: startPoint,
      end: endPoint,
      sentences: [...sentences],
      exact: side.text.slice(start, end),
      prefix: before,
      suffix: after,
    },
  };
}

/** The ids of the sentences that the passage from `start` to `end` (offsets in `side.text`) touches, in reading order. */
export function sentencesIn(side: SideText, start: number, end: number): readonly string[] {
  const ids: string[] = [];
  for (let index = Math.max(0, blockAt(side, start)); index < side.blocks.length; index += 1) {
    const blockStart = side.starts[index] ?? 0;
    if (blockStart >= end) break;
    for (const sentence of side.blocks[index]?.sentences ?? []) {
      const touches = blockStart + sentence.start < end && blockStart + sentence.end > start;
      if (touches) ids.push(sentence.id);
    }
  }
  return ids;
}

/** Up to 32 code units before and after a passage, never past its first and last block, never half a surrogate pair. */
export function contextOf(
  side: SideText,
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const { from, to } = contextSpan(side, start, end);
  return { before: side.text.slice(from, start), after: side.text.slice(end, to) };
}

/** Where the context of a passage begins and ends. */
function contextSpan(
  side: SideText,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  const firstStart = side.starts[blockAt(side, start)] ?? 0;
  const last = blockAt(side, end);
  const lastEnd = (side.starts[last] ?? 0) + (side.blocks[last]?.text.length ?? 0);
  let from = Math.max(firstStart, start - contextLength);
  let to = Math.min(lastEnd, end + contextLength);
  if (splitsPair(side.text, from)) from += 1;
  if (splitsPair(side.text, to)) to -= 1;
  return { from, to };
}

/** Whether an offset lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
