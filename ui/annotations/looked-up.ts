import { sentencesIn } from "@/core/annotation/describe-anchor";
import { pointToOffset, quoteOf, type SideText, type TextRange } from "@/core/annotation/side-text";
import { isShortPassage } from "@/core/annotation/word-twin";
import type { Language } from "@/core/article/language";
import type { ReadingSides } from "./reading-sides";

/** Words of a text that a reader asks about. */
export type LookedUp = {
  readonly side: Language;
  readonly range: TextRange;
  readonly words: string;
};

/** What may be looked up: a few words of one sentence; `null` for everything longer. */
export function lookedUpOf(sides: ReadingSides, side: Language, range: TextRange): LookedUp | null {
  const { text } = sides.current(side);
  const place = placeOf(text, range);
  const words = quoteOf(text, range)?.replace(/\s+/g, " ").trim();
  if (!place || !words || !isShortPassage(text, place)) return null;
  return sentencesIn(text, place.start, place.end).length === 1 ? { side, range, words } : null;
}

/** From and to in the text of the side, in code units; `null` where its blocks are not there. */
export function placeOf(text: SideText, range: TextRange) {
  const start = pointToOffset(text, range.start);
  const end = pointToOffset(text, range.end);
  return start === null || end === null ? null : { start, end };
}
