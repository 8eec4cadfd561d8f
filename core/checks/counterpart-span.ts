import { linkWords } from "../alignment/word-links/link-words";
import { type Language, otherLanguage } from "../article/language";
import type { Unit } from "./checked-document";
import type { Context } from "./context";
import type { Span } from "./flaw";

/** Where the other side has what stands at a place: by word links, else by the place itself, in proportion. */
export function counterpartSpan(
  unit: Unit,
  side: Language,
  span: Span,
  { lexicon }: Context,
): Span {
  const other = otherLanguage(side);
  const links = linkWords(unit.de.text, unit.en.text, lexicon);
  const inside = links.filter((link) => link[side].start < span.end && link[side].end > span.start);
  const free =
    inside.length > 0 ? inside.map((link) => link[other]) : unlinkedNear(unit, side, span, links);
  if (free.length === 0) return { start: 0, end: unit[other].text.length };
  return {
    start: Math.min(...free.map(({ start }) => start)),
    end: Math.max(...free.map(({ end }) => end)),
  };
}

/** The stretch between the partners of the words before and after. */
function unlinkedNear(
  unit: Unit,
  side: Language,
  span: Span,
  links: ReturnType<typeof linkWords>,
): Span[] {
  const other = otherLanguage(side);
  const before = links.filter((link) => link[side].end <= span.start).at(-1)?.[other].end ?? 0;
  const after =
    links.find((link) => link[side].start >= span.end)?.[other].start ?? unit[other].text.length;
  return before < after ? [{ start: before, end: after }] : [];
}
