import { isTextBlock } from "@/core/article/content";
import { sliceText } from "@/core/article/slice-text";
import type { Line } from "./read-lines";

/** A stretch of a line, without white space at its ends; what the line is made of is cut along. */
export function cutLine<L extends Line>(line: L, start: number, end: number): L {
  const { text, node } = line;
  if (start <= 0 && end >= text.length) return line;
  const cut = { ...line, text: text.slice(start, end).trim() };
  return node ? { ...cut, node: sliceText(node, start, end) } : cut;
}

/** True for a paragraph or heading: what may be a headline or a signature, and what may be cut. */
export function isPlain({ node }: Line): boolean {
  return !node || (isTextBlock(node) && (node.type === "paragraph" || node.type === "heading"));
}
