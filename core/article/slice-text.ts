import { blockText, type ContentNode, isTextBlock } from "./content";

/**
 * A stretch of a paragraph or heading with its marks, from one offset of its text to another, without white space and line
 * breaks at its edges. Blocks of several text blocks cannot be cut: they are given back whole.
 */
export function sliceText(node: ContentNode, start: number, end: number): ContentNode {
  if (!isTextBlock(node)) return node;
  const text = blockText(node);
  const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
  const to = Math.max(from, start + text.slice(start, end).trimEnd().length);
  let offset = 0;
  const content = (node.content ?? []).flatMap((child): ContentNode[] => {
    const length = child.type === "text" ? (child.text ?? "").length : lengthOf(child);
    const begin = offset;
    offset += length;
    // A reference to a footnote has no length: it belongs to the words before it.
    if (length === 0) return begin > from && begin <= to ? [child] : [];
    if (begin >= to || offset <= from) return [];
    if (child.type !== "text") return [child];
    return [
      {
        ...child,
        text: (child.text ?? "").slice(Math.max(0, from - begin), Math.max(0, to - begin)),
      },
    ];
  });
  return { ...node, content };
}

function lengthOf(node: ContentNode): number {
  return node.type === "hardBreak" ? 1 : 0;
}
