import type { StoredAnnotation } from "@/core/annotation/annotation";
import "@/ui/annotations/highlights.css";

// What cannot be done faster: an index of text nodes, a Range for each passage, one Highlight for each colour.

type Piece = { readonly node: Text; readonly start: number };

const response = await fetch("/api/articles/bench/annotations");
const { annotations }: { annotations: StoredAnnotation[] } = await response.json();
const blocks = new Map<string, Piece[]>();
for (const block of document.querySelectorAll<HTMLElement>("[data-block]")) {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    pieces.push({ node, start });
    start += node.length;
  }
  blocks.set(block.dataset.block ?? "", pieces);
}
const highlights = new Map<string, Highlight>();
for (const { anchor, colour } of annotations) {
  const from = placeOf(anchor.start);
  const to = placeOf(anchor.end);
  if (!from || !to) continue;
  const range = document.createRange();
  range.setStart(from.node, anchor.start.offset - from.start);
  range.setEnd(to.node, Math.min(anchor.end.offset - to.start, to.node.length));
  const highlight = highlights.get(colour) ?? new Highlight();
  highlights.set(colour, highlight);
  highlight.add(range);
}
for (const [colour, highlight] of highlights) CSS.highlights.set(`highlight-${colour}`, highlight);

function placeOf({ block, offset }: { block: string; offset: number }): Piece | undefined {
  return blocks.get(block)?.findLast(({ start }) => start <= offset);
}
