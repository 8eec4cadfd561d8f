import type { Article, Block, Row, Side } from "../article";
import { findBlock, sideOf } from "../article-index";
import { blockText, type ContentNode, textBlocks } from "../content";
import { compose, type PositionMap } from "../position-map";
import { dropReferences, refersTo } from "./drop-references";
import { replaceBlocks, replaceSide, unmoved } from "./edited";

type Removed = { readonly article: Article; readonly map: PositionMap };

/**
 * Takes a block out of its side and its row, and keeps its text as a tombstone; with a footnote go the references to
 * it, and paragraphs that were nothing else. Its beads are the caller's.
 */
export function removeBlock(article: Article, id: string): Removed {
  const found = findBlock(article, id);
  if (!found) throw new Error(`There is no block ${id}`);
  const side = article.sides[sideOf(id)];
  const tombstone = { id, text: blockText(found.block.node) };
  const left = replaceBlocks(side, found.index, 1, []);
  const { blocks, map, emptied } = withoutReferences(left, found.block.node);
  const tombstones = [...side.tombstones, tombstone];
  const changed = replaceSide(article, { ...left, blocks, tombstones });
  const rows = article.rows.flatMap((row): Row[] => {
    if (!row[side.language].includes(id)) return [row];
    const rest = { ...row, [side.language]: row[side.language].filter((each) => each !== id) };
    return rest.de.length + rest.en.length > 0 ? [rest] : [];
  });
  const here: Removed = {
    article: { ...changed, rows },
    map: { touched: [id, ...map.touched], segments: map.segments },
  };
  return emptied.reduce((before, each) => {
    const next = removeBlock(before.article, each);
    return { article: next.article, map: compose(before.map, next.map) };
  }, here);
}

type Unreferred = {
  readonly blocks: readonly Block[];
  readonly map: PositionMap;
  /** Paragraphs in which nothing but the reference stood. */
  readonly emptied: readonly string[];
};

/** Written out, a reference would say `[^1]` where it leads nowhere. */
function withoutReferences(side: Side, removed: ContentNode): Unreferred {
  const label = removed.attrs?.label;
  const isFootnote = ({ node }: Block) => node.type === "footnote" && node.attrs?.label === label;
  if (removed.type !== "footnote" || side.blocks.some(isFootnote))
    return { blocks: side.blocks, map: unmoved, emptied: [] };
  const touched: string[] = [];
  const segments: PositionMap["segments"][number][] = [];
  const emptied: string[] = [];
  const blocks = side.blocks.map((block) => {
    const refers = textBlocks(block.node).some(({ content }) =>
      content?.some((child) => refersTo(child, label)),
    );
    if (!refers) return block;
    const dropped = dropReferences(block, label);
    if (!dropped.block) {
      emptied.push(block.id);
      return block;
    }
    if (blockText(dropped.block.node) === blockText(block.node)) return dropped.block;
    touched.push(block.id);
    for (const { start, end, to } of dropped.kept) {
      if (start === end) continue;
      const from = { side: side.language, blockId: block.id, start, end };
      segments.push({ from, to: { blockId: block.id, start: to } });
    }
    return dropped.block;
  });
  return { blocks, map: { touched, segments }, emptied };
}
