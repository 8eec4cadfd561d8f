import type { Article, Block, Row } from "../article";
import { findBlock, sideOf } from "../article-index";
import { blockText, type ContentNode, textBlocks } from "../content";
import { canonicalNode, withContent } from "../inline-text";
import type { PositionMap } from "../position-map";
import { replaceBlocks, replaceSide } from "./edited";

/**
 * Takes a block out of its side and its row, and keeps its text as a tombstone; with a footnote go the references to
 * it. Its beads are the caller's.
 */
export function removeBlock(
  article: Article,
  id: string,
): { readonly article: Article; readonly map: PositionMap } {
  const found = findBlock(article, id);
  if (!found) throw new Error(`There is no block ${id}`);
  const side = article.sides[sideOf(id)];
  const tombstone = { id, text: blockText(found.block.node) };
  const left = replaceBlocks(side, found.index, 1, []);
  const removed = { ...left, blocks: withoutReferences(left.blocks, found.block.node) };
  const changed = replaceSide(article, { ...removed, tombstones: [...side.tombstones, tombstone] });
  const rows = article.rows.flatMap((row): Row[] => {
    if (!row[side.language].includes(id)) return [row];
    const rest = { ...row, [side.language]: row[side.language].filter((each) => each !== id) };
    return rest.de.length + rest.en.length > 0 ? [rest] : [];
  });
  return { article: { ...changed, rows }, map: { touched: [id], segments: [] } };
}

/** A reference takes no room in the text, so no offset changes. Written out it would say `[^1]` where it leads nowhere. */
function withoutReferences(blocks: readonly Block[], removed: ContentNode): readonly Block[] {
  const label = removed.attrs?.label;
  if (removed.type !== "footnote") return blocks;
  if (blocks.some(({ node }) => node.type === "footnote" && node.attrs?.label === label)) {
    return blocks;
  }
  const refers = (node: ContentNode) =>
    node.type === "footnoteReference" && node.attrs?.label === label;
  const drop = (node: ContentNode): ContentNode =>
    node.content
      ? withContent(node, node.content.filter((child) => !refers(child)).map(drop))
      : node;
  return blocks.map((block) => {
    const isReferring = textBlocks(block.node).some(({ content }) => content?.some(refers));
    return isReferring ? { ...block, node: canonicalNode(drop(block.node)) } : block;
  });
}
