import { blockText, type ContentNode, isTextBlock, textBlocks } from "./content";
import { sortMarks } from "./mark-order";

/** Text that stayed together through an edit of one block: code units `start` to `end` stand at `to` now. */
export type Kept = { readonly start: number; readonly end: number; readonly to: number };

/** The inline content between two offsets. What takes no room (a reference to a footnote) goes with the text before it. */
export function sliceInline(
  nodes: readonly ContentNode[],
  start: number,
  end: number,
): readonly ContentNode[] {
  const slices: ContentNode[] = [];
  let offset = 0;
  for (const node of nodes) {
    const length = lengthOf(node);
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    if (length === 0) {
      const isWithin = (offset > start || offset === 0) && start <= offset && offset <= end;
      if (isWithin) slices.push(node);
    } else if (from < to) {
      slices.push(node.text === undefined ? node : { ...node, text: node.text.slice(from, to) });
    }
    offset += length;
  }
  return slices;
}

/** Inline content in the one form in which reading gives it: no empty text, equal marks joined, marks sorted. */
export function joinInline(nodes: readonly ContentNode[]): readonly ContentNode[] {
  const joined: ContentNode[] = [];
  for (const node of nodes) {
    if (node.type !== "text") {
      const { marks: _, ...bare } = node;
      joined.push(bare);
      continue;
    }
    if (!node.text) continue;
    const last = joined.at(-1);
    const marks = sortMarks(node.marks ?? []);
    const { marks: __, ...bare } = node;
    const next: ContentNode = marks.length > 0 ? { ...bare, marks } : bare;
    const isSame =
      last?.type === "text" && JSON.stringify(last.marks) === JSON.stringify(next.marks);
    if (isSame) joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else joined.push(next);
  }
  return joined;
}

/** A block in the one form in which reading gives it. */
export function canonicalNode(node: ContentNode): ContentNode {
  if (!node.content) return node;
  const content = isTextBlock(node) ? joinInline(node.content) : node.content.map(canonicalNode);
  return withContent(node, content);
}

export function withContent(node: ContentNode, content: readonly ContentNode[]): ContentNode {
  const { content: _, ...bare } = node;
  return content.length > 0 ? { ...bare, content } : bare;
}

/**
 * Writes `insert` in the place of the text between two offsets of a block; the new text has the marks of the first
 * character that it replaces. Paragraphs and items that are empty now go; `null` when nothing is left.
 */
export function replaceText(
  root: ContentNode,
  start: number,
  end: number,
  insert: string,
): { readonly node: ContentNode | null; readonly kept: readonly Kept[] } {
  const kept: Kept[] = [];
  let oldStart = 0;
  let newStart = 0;
  let isDone = false;

  function rebuild(node: ContentNode, parent: ContentNode | null): ContentNode | null {
    if (isTextBlock(node)) return rebuildText(node, parent);
    if (!node.content || textBlocks(node).length === 0) return node;
    const content = node.content.flatMap((child) => rebuild(child, node) ?? []);
    if (content.length === 0 && mayVanish.has(node.type)) return null;
    return withContent(node, content);
  }

  function rebuildText(node: ContentNode, parent: ContentNode | null): ContentNode | null {
    const content = node.content ?? [];
    const length = blockText(node).length;
    const from = clamp(start - oldStart, length);
    const to = clamp(end - oldStart, length);
    const isHere = !isDone && start >= oldStart && start <= oldStart + length;
    if (isHere) isDone = true;
    const written = isHere ? insert : "";
    const restLength = length - (to - from) + written.length;
    const isGone =
      restLength === 0 &&
      length > 0 &&
      !(parent && keepsItsText.has(parent.type)) &&
      parent !== null;
    if (!isGone) {
      kept.push(
        { start: oldStart, end: oldStart + from, to: newStart },
        { start: oldStart + to, end: oldStart + length, to: newStart + from + written.length },
      );
      newStart += restLength + 1;
    }
    oldStart += length + 1;
    if (isGone) return null;
    if (from === to && written === "") return node;
    const marks = sliceInline(content, from, Math.min(to, from + 1)).find(
      ({ type }) => type === "text",
    )?.marks;
    const text: ContentNode = marks
      ? { type: "text", text: written, marks }
      : { type: "text", text: written };
    return withContent(
      node,
      joinInline([
        ...sliceInline(content, 0, from),
        ...(written === "" ? [] : [text]),
        ...sliceInline(content, to, length),
      ]),
    );
  }

  const node = rebuild(root, null);
  const hasText = node !== null && blockText(node).trim() !== "";
  return { node: hasText ? node : null, kept: kept.filter((each) => each.end > each.start) };
}

/** Containers that go when their last child went. */
const mayVanish: ReadonlySet<string> = new Set([
  "listItem",
  "bulletList",
  "orderedList",
  "blockquote",
  "callout",
  "footnote",
]);

/** Parents whose one text block stays, if empty. */
const keepsItsText: ReadonlySet<string> = new Set(["tableCell", "tableHeader", "figure"]);

function lengthOf(node: ContentNode): number {
  if (node.type === "text") return node.text?.length ?? 0;
  return node.type === "hardBreak" ? 1 : 0;
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(length, offset));
}
