import { offsetToPoint, pointToOffset, type SideText, type TextRange } from "./side-text";

/** Takes white space off both ends of a passage; `null` when nothing else is in it, or it is not in this text. */
export function trimRange(side: SideText, range: TextRange): TextRange | null {
  const from = pointToOffset(side, range.start);
  const to = pointToOffset(side, range.end);
  if (from === null || to === null || to <= from) return null;
  const words = side.text.slice(from, to);
  if (words.trim() === "") return null;
  const start = offsetToPoint(side, from + words.length - words.trimStart().length);
  const end = offsetToPoint(side, to - (words.length - words.trimEnd().length));
  return start && end ? { start, end } : null;
}
