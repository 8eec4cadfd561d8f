import { type Colour, colours } from "@/core/annotation/annotation";
import type { TextRange } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
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

function canHighlight(): boolean {
  return typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight === "function";
}

/** Nothing in the document changes, and only what is new or gone is given to the browser. */
function paintHighlights(sides: ReadingSides, paints: readonly Paint[]): void {
  const named = new Map<PaintName, Set<Range>>(layers.map((name) => [name, new Set()]));
  const rangesOf = rangeFinder(sides);
  for (const one of paints) for (const range of rangesOf(one)) named.get(one.name)?.add(range);
  for (const [priority, name] of layers.entries()) {
    const wanted = named.get(name) ?? new Set();
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    for (const range of [...highlight]) {
      if (!(range instanceof Range) || !wanted.has(range)) highlight.delete(range);
    }
    for (const range of wanted) highlight.add(range); // as arguments, ten thousand would be too many
    highlight.priority = priority;
    if (wanted.size === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, highlight);
  }
}

type KnownRanges = { readonly index: TextIndex; readonly ranges: Map<TextRange, readonly Range[]> };

const nothingKnown = { de: null, en: null };
const knownRanges = new WeakMap<ReadingSides, Record<Language, KnownRanges | null>>();

/** Finds the ranges of passages for one painting: the same as last time for the same passage as long as the nodes are the same. */
function rangeFinder(sides: ReadingSides): (paint: Paint) => readonly Range[] {
  const before = knownRanges.get(sides) ?? nothingKnown;
  const now = {
    de: { index: sides.current("de"), ranges: new Map<TextRange, readonly Range[]>() },
    en: { index: sides.current("en"), ranges: new Map<TextRange, readonly Range[]>() },
  };
  knownRanges.set(sides, now);
  return ({ side, range }) => {
    const { index, ranges } = now[side];
    const old = before[side];
    const known = old?.index === index ? old.ranges.get(range) : undefined;
    const found = known ?? ranges.get(range) ?? toDomRanges(index, range);
    ranges.set(range, found);
    return found;
  };
}

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
