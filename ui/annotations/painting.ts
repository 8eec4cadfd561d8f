import { type Colour, colours } from "@/core/annotation/annotation";
import type { TextRange } from "@/core/annotation/side-text";
import { type Language, languages } from "@/core/article/language";
import type { ReadingSides } from "./reading-sides";
import { type TextIndex, toDomRanges } from "./text-index";

type PaintName = `${"highlight" | "active" | "twin"}-${Colour}` | "passage-chosen";

/** The names of what is painted for thousands, made once. */
export const paintNames = {
  highlight: {
    yellow: "highlight-yellow",
    green: "highlight-green",
    blue: "highlight-blue",
    pink: "highlight-pink",
  },
  twin: { yellow: "twin-yellow", green: "twin-green", blue: "twin-blue", pink: "twin-pink" },
} as const satisfies Record<string, Record<Colour, PaintName>>;

/** One passage to be painted; the name is that of a `::highlight()` in highlights.css. */
export type Paint = {
  readonly name: PaintName;
  readonly side: Language;
  readonly range: TextRange;
};

/** Later names lie on top of earlier ones where passages overlap. */
const layers: readonly PaintName[] = [
  ...colours.map((colour) => `twin-${colour}` as const),
  ...colours.map((colour) => `highlight-${colour}` as const),
  ...colours.map((colour) => `active-${colour}` as const),
  "passage-chosen",
];

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
  highlight.priority = layers.indexOf(name);
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
  const named = new Map<PaintName, Range[]>(layers.map((name) => [name, []]));
  const known = knownRanges(sides);
  for (const { name, side, range } of paints) {
    const wanted = named.get(name);
    for (const one of rangesOf(known[side], range)) wanted?.push(one);
  }
  for (const name of layers) {
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

/** Browsers without the API: `<mark>` around text nodes. The text stays the same, the nodes do not, so they are read anew. */
function paintMarks(sides: ReadingSides, paints: readonly Paint[]): void {
  for (const section of sides.sections()) {
    for (const mark of section.querySelectorAll("mark[data-paint]")) {
      mark.replaceWith(...mark.childNodes);
    }
    section.normalize();
  }
  sides.read();
  const inOrder = [...paints].sort((a, b) => layers.indexOf(a.name) - layers.indexOf(b.name));
  for (const { name, side, range } of inOrder) {
    for (const piece of toDomRanges(sides.current(side), range).flatMap(textPieces)) {
      const mark = document.createElement("mark");
      mark.dataset.paint = name;
      piece.surroundContents(mark);
    }
    sides.read();
  }
}

/** The parts of a range that lie in one text node each. */
function textPieces(range: Range): readonly Range[] {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = root instanceof Text ? [root] : [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && range.intersectsNode(node)) nodes.push(node);
  }
  return nodes.flatMap((node) => {
    const piece = document.createRange();
    piece.setStart(node, node === range.startContainer ? range.startOffset : 0);
    piece.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
    const isText =
      node.parentElement?.closest("[data-text]") && !node.parentElement.closest("[data-leaf]");
    return isText && !piece.collapsed ? [piece] : [];
  });
}
