import { blockText, type ContentNode, isTextBlock } from "@/core/article/content";

/** Replaces `remove` code units of a block's text from `at` on, as somebody typing in its source would. */
export function spliceText(
  block: ContentNode,
  at: number,
  remove: number,
  insert: string,
): ContentNode {
  if (isTextBlock(block)) {
    return { ...block, content: spliceInline(block.content ?? [], at, remove, insert) };
  }
  let start = 0;
  const content = (block.content ?? []).map((child) => {
    const length = blockText(child).length;
    const isHere = start <= at && at + remove <= start + length;
    const next = isHere ? spliceText(child, at - start, remove, insert) : child;
    start += length + 1;
    return next;
  });
  return { ...block, content };
}

function spliceInline(
  nodes: readonly ContentNode[],
  at: number,
  remove: number,
  insert: string,
): ContentNode[] {
  const result: ContentNode[] = [];
  let start = 0;
  let isInserted = insert === "";
  for (const node of nodes) {
    const length = lengthOf(node);
    const end = start + length;
    const takesInsert = !isInserted && node.type === "text" && start <= at && at <= end;
    const from = Math.max(0, Math.min(length, at - start));
    const to = Math.max(0, Math.min(length, at + remove - start));
    start = end;
    if (node.type !== "text") {
      if (length === 0 || from === to) result.push(node);
      continue;
    }
    const text = node.text ?? "";
    const spliced = text.slice(0, from) + (takesInsert ? insert : "") + text.slice(to);
    if (takesInsert) isInserted = true;
    if (spliced !== "") result.push({ ...node, text: spliced });
  }
  if (!isInserted) result.push({ type: "text", text: insert });
  return result;
}

function lengthOf(node: ContentNode): number {
  if (node.type === "text") return node.text?.length ?? 0;
  return node.type === "hardBreak" ? 1 : 0;
}
