import type { Block } from "../article";
import { blockText, type ContentNode, isTextBlock } from "../content";
import { canonicalNode, type Kept, withContent } from "../inline-text";

/** A block without some references; `block` is `null` where nothing else stood in it. */
export type Dropped = { readonly block: Block | null; readonly kept: readonly Kept[] };

/**
 * Takes the references to a footnote out of a block. A reference takes no room in the text; but a paragraph in which
 * nothing is left but line breaks cannot be written down, and goes, so that the text after it stands further ahead.
 * Only the last paragraph of a container stays, empty.
 */
export function dropReferences(block: Block, label: unknown): Dropped {
  const kept: Kept[] = [];
  let oldStart = 0;
  let newStart = 0;

  function rebuild(node: ContentNode, isOnly: boolean): ContentNode | null {
    if (isTextBlock(node)) return rebuildText(node, isOnly);
    if (!node.content) return node;
    const children = node.content;
    let left = children.length;
    const content = children.flatMap((child) => {
      const next = rebuild(child, left === 1);
      if (!next) left -= 1;
      return next ?? [];
    });
    return withContent(node, content);
  }

  function rebuildText(node: ContentNode, isOnly: boolean): ContentNode | null {
    const content = (node.content ?? []).filter((child) => !refersTo(child, label));
    const hadReference = content.length < (node.content?.length ?? 0);
    const isBlank = hadReference && content.every(({ type }) => type === "hardBreak");
    const length = blockText(node).length;
    const start = oldStart;
    oldStart += length + 1;
    if (isBlank && mayGo.has(node.type) && !isOnly) return null;
    if (!isBlank) kept.push({ start, end: start + length, to: newStart });
    newStart += (isBlank ? 0 : length) + 1;
    return withContent(node, isBlank ? [] : content);
  }

  const isAlone = block.node.type !== "paragraph";
  const node = rebuild(block.node, isAlone);
  if (!node) return { block: null, kept: [] };
  const end = blockText(node).length;
  const starts = block.sentences.map(({ start }) => (start === 0 ? 0 : follow(kept, start, end)));
  const sentences = block.sentences.map((sentence, n) => {
    return { ...sentence, start: starts[n] ?? 0, end: starts[n + 1] ?? end };
  });
  return { block: { ...block, node: canonicalNode(node), sentences }, kept };
}

/** Text blocks that are written only where something stands in them. */
const mayGo: ReadonlySet<string> = new Set(["paragraph", "tableCaption"]);

export function refersTo(node: ContentNode, label: unknown): boolean {
  return node.type === "footnoteReference" && node.attrs?.label === label;
}

/** Where an offset of the old text, or the first text after it that is still there, stands now. */
function follow(kept: readonly Kept[], offset: number, end: number): number {
  const next = kept.find((each) => each.end > offset);
  return next ? next.to + Math.max(0, offset - next.start) : end;
}
