import type { TextRange } from "@/core/annotation/side-text";
import { type Language, languages } from "@/core/article/language";
import { paintMarks } from "./paint-marks";
import { type Paint, type PaintName, paintOrder } from "./paint-names";
import type { ReadingSides } from "./reading-sides";
import { type TextIndex, toDomRanges } from "./text-index";

/** Paints exactly these passages, and takes away what was painted before. */
export function paint(sides: ReadingSides, paints: readonly Paint[]): void {
  if (canHighlight()) paintHighlights(sides, paints);
  else paintMarks(sides, paints);
}

/**
 * Paints passages more, without a look at the others; the next `paint` takes them over, or away. Where the API is missing
 * they wait for that.
 */
export function paintMore(sides: ReadingSides, paints: readonly Paint[]): void {
  if (!canHighlight()) return;
  const known = knownRanges(sides);
  for (const { name, side, range } of paints) {
    const highlight = CSS.highlights.get(name) ?? newHighlight(name);
    for (const one of rangesOf(known[side], range)) highlight.add(one);
  }
}

function newHighlight(name: PaintName): Highlight {
  const highlight = new Highlight();
  highlight.priority = paintOrder.indexOf(name);
  CSS.highlights.set(name, highlight);
  return highlight;
}

/** Does now what painting a passage would do later. */
export function prepare(sides: ReadingSides, { side, range }: Paint): void {
  rangesOf(knownRanges(sides)[side], range);
}

/** Whether the browser has the CSS Custom Highlight API. */
export function canHighlight(): boolean {
  return typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight === "function";
}

/** Nothing in the document changes, and only what is new or gone is given to the browser. */
function paintHighlights(sides: ReadingSides, paints: readonly Paint[]): void {
  if (paints.length === 0 && !knownSides.has(sides)) return; // nothing to take away: no side needs to be read
  const named = new Map<PaintName, Range[]>(paintOrder.map((name) => [name, []]));
  const known = knownRanges(sides);
  for (const { name, side, range } of paints) {
    const wanted = named.get(name);
    for (const one of rangesOf(known[side], range)) wanted?.push(one);
  }
  for (const name of paintOrder) {
    const wanted = named.get(name) ?? [];
    const before = CSS.highlights.get(name);
    if (wanted.length === 0) {
      if (before) CSS.highlights.delete(name);
      continue;
    }
    if (before) takeAway(before, new Set<AbstractRange>(wanted));
    const highlight = before ?? newHighlight(name);
    for (const range of wanted) highlight.add(range); // as arguments, ten thousand would be too many
  }
  forgetOthers(known, paints);
}

function takeAway(highlight: Highlight, wanted: ReadonlySet<AbstractRange>): void {
  for (const range of [...highlight]) if (!wanted.has(range)) highlight.delete(range);
}

type KnownRanges = { readonly index: TextIndex; ranges: Map<TextRange, readonly Range[]> };
type KnownSides = Record<Language, KnownRanges>;

const knownSides = new WeakMap<ReadingSides, KnownSides>();

/** The ranges of earlier paintings: the same for the same passage as long as the nodes are the same. */
function knownRanges(sides: ReadingSides): KnownSides {
  const [de, en] = [sides.current("de"), sides.current("en")];
  const before = knownSides.get(sides);
  if (before?.de.index === de && before.en.index === en) return before;
  const known = {
    de: before?.de.index === de ? before.de : { index: de, ranges: new Map() },
    en: before?.en.index === en ? before.en : { index: en, ranges: new Map() },
  };
  knownSides.set(sides, known);
  return known;
}

function rangesOf({ index, ranges }: KnownRanges, range: TextRange): readonly Range[] {
  const known = ranges.get(range);
  if (known) return known;
  const found = toDomRanges(index, range);
  ranges.set(range, found);
  return found;
}

/** A range follows each change of the document as long as it is kept, so what is no longer painted is not kept for long. */
function forgetOthers(known: KnownSides, paints: readonly Paint[]): void {
  if (known.de.ranges.size + known.en.ranges.size < 2 * paints.length + fewRanges) return;
  for (const language of languages) {
    const { ranges } = known[language];
    const kept = paints.filter(({ side }) => side === language).map(({ range }) => range);
    known[language].ranges = new Map(kept.map((range) => [range, ranges.get(range) ?? []]));
  }
}

const fewRanges = 200;
