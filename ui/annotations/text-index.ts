import type { Point } from "@/core/annotation/annotation";
import {
  type SideText,
  sideText,
  type TextOfBlock,
  type TextRange,
} from "@/core/annotation/side-text";
import { trimRange } from "@/core/annotation/trim-range";
import type { Sentence } from "@/core/article/article";
import type { Language } from "@/core/article/language";

/** A stretch of a block's text in the document: a text node, a `<br>`, or the join between two text blocks. */
type Segment = {
  readonly block: string;
  /** In code units of the block's text. */
  readonly start: number;
  readonly length: number;
  /** `null` at a join, which stands for no node. */
  readonly node: Text | Element | null;
};

type SegmentOfNode = Segment & { readonly node: Text | Element };

function hasNode(segment: Segment): segment is SegmentOfNode {
  return segment.node !== null;
}

type IndexedBlock = TextOfBlock & {
  readonly element: HTMLElement;
  /** The row it stands in (`data-row`), and which one that is from the top: the same on both sides, since both hold every row. */
  readonly row: string;
  readonly rowRank: number;
  readonly segments: readonly Segment[];
};

/** One side as it stands in the document: its text, and the way from a place in the text to a place in the DOM and back. */
export type TextIndex = {
  readonly language: Language;
  readonly section: HTMLElement;
  readonly text: SideText;
  readonly blocks: ReadonlyMap<string, IndexedBlock>;
  /** Every segment that has a node, in document order. */
  readonly segments: readonly SegmentOfNode[];
  readonly segmentOf: ReadonlyMap<Node, Segment>;
};

/** Where a point falls when it stands between two text nodes: at the end of the first, or the start of the second. */
export type Bias = "before" | "after";

/** Reads one side (`[data-side]`) whose blocks, text blocks and sentences carry the attributes of document/render-html. */
export function indexText(section: HTMLElement, language: Language): TextIndex {
  const rows = [...section.querySelectorAll("[data-row]")];
  const ranks = new Map(rows.map((row, rank) => [row.getAttribute("data-row") ?? "", rank]));
  const blocks = [...section.querySelectorAll<HTMLElement>("[data-block]")]
    .filter((element) => element.parentElement?.closest("[data-block]") === null)
    .map((element) => readBlock(element, ranks));
  const segments = blocks.flatMap((block) => block.segments.filter(hasNode));
  return {
    language,
    section,
    text: sideText(language, blocks),
    blocks: new Map(blocks.map((block) => [block.id, block])),
    segments,
    segmentOf: new Map(segments.map((segment) => [segment.node, segment])),
  };
}

function readBlock(element: HTMLElement, ranks: ReadonlyMap<string, number>): IndexedBlock {
  const id = element.getAttribute("data-block") ?? "";
  const segments: Segment[] = [];
  const sentenceStarts = new Map<string, number>();
  let text = "";

  function add(node: Text | Element | null, content: string, sentence: string | null) {
    if (sentence && !sentenceStarts.has(sentence)) sentenceStarts.set(sentence, text.length);
    segments.push({ block: id, start: text.length, length: content.length, node });
    text += content;
  }

  /** Text nodes and line breaks in order; what stands in `[data-leaf]` is furniture and counts as nothing. */
  function readLeaves(parent: Element, sentence: string | null) {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node instanceof Text) {
        if (node.data !== "") add(node, node.data, sentence);
      } else if (node instanceof Element && !node.hasAttribute("data-leaf")) {
        if (node.localName === "br") add(node, "\n", sentence);
        else readLeaves(node, node.getAttribute("data-sentence") ?? sentence);
      }
    }
  }

  for (const [index, textBlock] of textBlocksOf(element).entries()) {
    if (index > 0) add(null, "\n", null);
    readLeaves(textBlock, closestValue(textBlock, "data-sentence"));
  }
  const row = closestValue(element, "data-row") ?? "";
  return {
    id,
    text,
    sentences: partition(sentenceStarts, text.length),
    mergedIds: element.getAttribute("data-merged")?.split(" ") ?? [],
    element,
    row,
    rowRank: ranks.get(row) ?? 0,
    segments,
  };
}

function closestValue(element: Element, attribute: string): string | null {
  return element.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

function textBlocksOf(element: HTMLElement): readonly HTMLElement[] {
  if (element.matches("[data-text]")) return [element];
  return [...element.querySelectorAll<HTMLElement>("[data-text]")];
}

/** Each sentence ends where the next one starts, as they do in the article. */
function partition(starts: ReadonlyMap<string, number>, length: number): readonly Sentence[] {
  const entries = [...starts];
  return entries.map(([id, start], index) => ({
    id,
    start: index === 0 ? 0 : start,
    end: entries[index + 1]?.[1] ?? length,
  }));
}

type DomPlace = { readonly node: Node; readonly offset: number };

/** The DOM place of a point; `null` only for a block that is not in this side. A block without text gives its element. */
export function pointToDom(index: TextIndex, point: Point, bias: Bias): DomPlace | null {
  const block = index.blocks.get(point.block);
  return block ? placeInBlock(block, point.offset, bias) : null;
}

function placeInBlock(block: IndexedBlock, wanted: number, bias: Bias): DomPlace {
  const offset = Math.max(0, Math.min(wanted, block.text.length));
  const segment = segmentAt(block, offset, bias);
  if (!segment) return { node: block.element, offset: 0 };
  if (segment.node instanceof Text) return { node: segment.node, offset: offset - segment.start };
  const parent = segment.node.parentNode ?? block.element;
  const at = [...parent.childNodes].indexOf(segment.node as ChildNode);
  return { node: parent, offset: offset > segment.start ? at + 1 : at };
}

/** Of the segments with a node that touch an offset the first, or the last. Twenty thousand are looked for in one painting. */
function segmentAt({ segments }: IndexedBlock, offset: number, bias: Bias): SegmentOfNode | null {
  let found: SegmentOfNode | null = null;
  for (const segment of segments) {
    if (segment.start > offset) break;
    if (offset > segment.start + segment.length || !hasNode(segment)) continue;
    if (bias === "before") return segment;
    found = segment;
  }
  return found;
}

/** The DOM range of a passage; `null` only where a block of it is not in this side. */
export function toDomRange(index: TextIndex, { start, end }: TextRange): Range | null {
  const from = pointToDom(index, start, "after");
  const to = pointToDom(index, end, "before");
  return from && to && domRange(from, to);
}

function domRange(from: DomPlace, to: DomPlace): Range {
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The DOM ranges of a passage, one for each block, so that none holds what stands between blocks. */
export function toDomRanges(index: TextIndex, range: TextRange): readonly Range[] {
  if (range.start.block === range.end.block) {
    const { block, offset } = range.start;
    const only = rangeInBlock(index.blocks.get(block), offset, range.end.offset);
    return only ? [only] : [];
  }
  return stretchesOf(index, range).flatMap(
    ({ block, from, to }) => rangeInBlock(index.blocks.get(block), from, to) ?? [],
  );
}

/** What a passage holds of each of its blocks, in code units of the block's text. */
export function stretchesOf(
  index: TextIndex,
  { start, end }: TextRange,
): readonly { readonly block: string; readonly from: number; readonly to: number }[] {
  const first = index.text.indexOf.get(start.block);
  const last = index.text.indexOf.get(end.block);
  if (first === undefined || last === undefined) return [];
  return index.text.blocks.slice(first, last + 1).map(({ id, text }) => ({
    block: id,
    from: id === start.block ? start.offset : 0,
    to: id === end.block ? end.offset : text.length,
  }));
}

/** `null` where nothing of the block is in it. */
function rangeInBlock(block: IndexedBlock | undefined, from: number, to: number): Range | null {
  if (!block || from >= to) return null;
  return domRange(placeInBlock(block, from, "after"), placeInBlock(block, to, "before"));
}

/**
 * The point of any DOM place: exact inside text, else the nearest text after it (or before it, as `bias` says).
 * `null` only where the side has no text at all.
 */
export function domToPoint(index: TextIndex, node: Node, offset: number, bias: Bias): Point | null {
  const direct = index.segmentOf.get(node);
  if (direct && node instanceof Text) {
    return { block: direct.block, offset: direct.start + Math.min(offset, direct.length) };
  }
  const next = firstSegmentFrom(index, node, offset);
  const before = index.segments[next - 1];
  const after = index.segments[next];
  if (after && (bias === "after" || !before)) return { block: after.block, offset: after.start };
  return before ? { block: before.block, offset: before.start + before.length } : null;
}

/** The index of the first segment that begins at or after a DOM place. */
function firstSegmentFrom(index: TextIndex, node: Node, offset: number): number {
  const place = document.createRange();
  place.setStart(node, offset);
  let low = 0;
  let high = index.segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = index.segments[middle];
    if (segment && startsBefore(segment.node, place)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function startsBefore(node: Text | Element, place: Range): boolean {
  if (node instanceof Text) return place.comparePoint(node, 0) < 0;
  const range = document.createRange();
  range.selectNode(node);
  return range.compareBoundaryPoints(Range.START_TO_START, place) < 0;
}

/** The passage of a DOM range, cut to this side, without white space at its ends; `null` when no letter is left. */
export function toTextRange(index: TextIndex, range: AbstractRange): TextRange | null {
  const start = domToPoint(index, range.startContainer, range.startOffset, "after");
  const end = domToPoint(index, range.endContainer, range.endOffset, "before");
  return start && end ? trimRange(index.text, { start, end }) : null;
}
