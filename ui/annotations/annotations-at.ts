import { pointToOffset, type SideText, type TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import type { PlacedAnnotation } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { sentenceRange } from "./sentence-range";
import { twinRanges } from "./twin-ranges";

/** Those whose passage, or else whose twin, holds a place of the text; the shortest passage first. */
export function annotationsAt(
  sides: ReadingSides,
  placed: readonly PlacedAnnotation[],
  language: Language,
  offset: number,
): readonly PlacedAnnotation[] {
  const side = sides.current(language).text;
  const holds = (range: TextRange) => {
    const from = pointToOffset(side, range.start);
    const to = pointToOffset(side, range.end);
    return from !== null && to !== null && from <= offset && offset <= to;
  };
  const own = placed.filter(
    ({ annotation, range }) => annotation.anchor.side === language && holds(range),
  );
  if (own.length > 0) return own.sort((a, b) => a.length - b.length);
  return placed
    .filter((one) => one.annotation.anchor.side !== language && twinRanges(sides, one).some(holds))
    .sort((a, b) => a.length - b.length);
}

/** Those that touch a sentence, in the order of the text. */
export function annotationsInSentence(
  placed: readonly PlacedAnnotation[],
  side: SideText,
  id: string,
): readonly PlacedAnnotation[] {
  const range = sentenceRange(side, id);
  const from = range && pointToOffset(side, range.start);
  const to = range && pointToOffset(side, range.end);
  if (from === null || to === null) return [];
  return placed.filter(
    (one) =>
      one.annotation.anchor.side === side.language && one.from < to && one.from + one.length > from,
  );
}
