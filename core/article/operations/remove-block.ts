import type { Article, Row } from "../article";
import { findBlock, sideOf } from "../article-index";
import { blockText } from "../content";
import type { PositionMap } from "../position-map";
import { replaceBlocks, replaceSide } from "./edited";

/** Takes a block out of its side and its row, and keeps its text as a tombstone. Its beads are the caller's. */
export function removeBlock(
  article: Article,
  id: string,
): { readonly article: Article; readonly map: PositionMap } {
  const found = findBlock(article, id);
  if (!found) throw new Error(`There is no block ${id}`);
  const side = article.sides[sideOf(id)];
  const tombstone = { id, text: blockText(found.block.node) };
  const removed = replaceBlocks(side, found.index, 1, []);
  const changed = replaceSide(article, { ...removed, tombstones: [...side.tombstones, tombstone] });
  const rows = article.rows.flatMap((row): Row[] => {
    if (!row[side.language].includes(id)) return [row];
    const left = { ...row, [side.language]: row[side.language].filter((each) => each !== id) };
    return left.de.length + left.en.length > 0 ? [left] : [];
  });
  return { article: { ...changed, rows }, map: { touched: [id], segments: [] } };
}
