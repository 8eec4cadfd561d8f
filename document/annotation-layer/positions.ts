import type { Node } from "@tiptap/pm/model";
import type { Point } from "@/core/annotation/annotation";

/** Where to fall when a place lies between two text blocks, or beside a leaf that adds nothing to the text. */
export type Bias = "before" | "after";

/** A text block of a side's document and the stretch of its block's text that it holds. */
type TextBlock = {
  readonly block: string;
  readonly node: Node;
  /** The document position before its first character. */
  readonly from: number;
  /** In code units of the block's text (core/article `blockText`). */
  readonly start: number;
  readonly length: number;
};

/**
 * The document position of a point; offsets past the end of a block fall to its end. `null` only for a block that is
 * not in the document.
 */
export function pointToPosition(doc: Node, point: Point, bias: Bias): number | null {
  const { ofBlock, tops } = placesOf(doc);
  const own = ofBlock.get(point.block) ?? [];
  const last = own.at(-1);
  if (!last) return tops.get(point.block) ?? null;
  const offset = Math.max(0, Math.min(point.offset, last.start + last.length));
  const inside = own.findLast(({ start }) => start <= offset) ?? last;
  return inside.from + positionInside(inside.node, offset - inside.start, bias);
}

/** The point of any document position; between text blocks the nearest. `null` only for a document without text blocks. */
export function positionToPoint(doc: Node, position: number, bias: Bias): Point | null {
  const { textBlocks } = placesOf(doc);
  const inside = textBlocks.find(
    ({ from, node }) => from <= position && position <= endOf(from, node),
  );
  if (inside) {
    const offset = inside.start + textLength(inside.node, position - inside.from);
    return { block: inside.block, offset };
  }
  const after = textBlocks.find(({ from }) => from > position);
  const before = textBlocks.findLast(({ from, node }) => endOf(from, node) < position);
  const isAfter = after !== undefined && (bias === "after" || !before);
  if (isAfter) return { block: after.block, offset: after.start };
  return before ? { block: before.block, offset: before.start + before.length } : null;
}

function endOf(from: number, node: Node): number {
  return from + node.content.size;
}

/** How far into an inline content a text offset is. */
function positionInside(node: Node, offset: number, bias: Bias): number {
  let position = 0;
  let rest = offset;
  for (const child of node.children) {
    const length = lengthOf(child);
    if (rest === 0 && (length > 0 || bias === "before")) break;
    if (rest < length) return position + rest;
    rest -= length;
    position += child.nodeSize;
  }
  return position;
}

/** How much text lies before a position of an inline content. */
function textLength(node: Node, position: number): number {
  let length = 0;
  node.forEach((child, start) => {
    if (start >= position) return;
    length += child.isText ? Math.min(child.nodeSize, position - start) : lengthOf(child);
  });
  return length;
}

function lengthOf(inline: Node): number {
  if (inline.isText) return inline.nodeSize;
  return inline.type.name === "hardBreak" ? 1 : 0;
}

type Places = {
  readonly textBlocks: readonly TextBlock[];
  readonly ofBlock: ReadonlyMap<string, readonly TextBlock[]>;
  /** For each block its own position, for those that hold no text. */
  readonly tops: ReadonlyMap<string, number>;
};

const known = new WeakMap<Node, Places>();

// Documents never change, and hundreds of annotations ask for places in the same one.
function placesOf(doc: Node): Places {
  const places = known.get(doc) ?? readPlaces(doc);
  known.set(doc, places);
  return places;
}

function readPlaces(doc: Node): Places {
  const textBlocks: TextBlock[] = [];
  const ofBlock = new Map<string, readonly TextBlock[]>();
  const tops = new Map<string, number>();
  doc.forEach((top, offset) => {
    const block: unknown = top.attrs.blockId;
    if (typeof block === "string") readBlock(block, top, offset); // without an id: new, and nothing is anchored in it
  });
  return { textBlocks, ofBlock, tops };

  function readBlock(block: string, top: Node, offset: number) {
    tops.set(block, offset);
    let start = 0;
    const add = (node: Node, from: number) => {
      const length = textLength(node, node.content.size);
      const textBlock = { block, node, from, start, length };
      textBlocks.push(textBlock);
      ofBlock.set(block, [...(ofBlock.get(block) ?? []), textBlock]);
      start += length + 1;
    };
    if (top.inlineContent) add(top, offset + 1);
    top.descendants((node, position) => {
      if (node.inlineContent) add(node, offset + 1 + position + 1);
      return !node.inlineContent;
    });
  }
}
