import type { ElementContent } from "hast";
import { isBlock, isElement, textOf } from "./hast-tree";

/** Markdown's parser needs some hundred bytes for each character of a text: a book is converted a chapter at a time. */
const pieceLength = 40_000;

const wrappers = ["html", "body", "div", "section", "article", "main"];

/** The content of a page in pieces of bounded length, cut between blocks; wrappers are opened, as they say nothing. */
export function cutIntoPieces(children: readonly ElementContent[]): ElementContent[][] {
  const pieces: ElementContent[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const child of unwrap(children)) {
    if (length > pieceLength && (isBlock(child) || pieces.length === 0)) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(child);
    length += textOf(child).length;
  }
  return pieces;
}

/** Wrappers that hold nothing but blocks: words that stand loose in one are a paragraph, and stay together. */
function unwrap(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) => {
    if (!isElement(child) || !wrappers.includes(child.tagName)) return [child];
    const isLoose = child.children.some((each) => !isBlock(each) && textOf(each).trim() !== "");
    return isLoose ? [child] : unwrap(child.children);
  });
}
