import type { Article, Row } from "../article";
import { findRow, findSentence, rowBeads, rowOf, rowSentences } from "../article-index";
import { type Language, languages } from "../language";
import { compose, type PositionMap } from "../position-map";
import { cutBlock, isRunning } from "./cut-block";
import {
  type Edited,
  edited,
  newRowId,
  replaceBeads,
  replaceBlocks,
  replaceRows,
  replaceSide,
  unmoved,
} from "./edited";
import { type OperationOf, type Refused, refused } from "./operation";

/** A row becomes two: the second begins with the sentences that are named. A paragraph that holds both parts is cut. */
export function splitRow(article: Article, { row: rowId, at }: OperationOf<"split-row">): Edited {
  const found = findRow(article, rowId);
  if (!found) return refused("unknown");
  const { row } = found;
  if (languages.some((side) => at[side] !== null && rowOf(article, at[side])?.row !== row)) {
    return refused("different-rows");
  }
  if (isAcrossBead(article, row, at)) return refused("across-bead");

  let changed = article;
  let map: PositionMap = unmoved;
  const parts: Record<Language, readonly [readonly string[], readonly string[]]> = {
    de: [row.de, []],
    en: [row.en, []],
  };
  for (const side of languages) {
    const start = at[side];
    if (start === null) continue;
    const cut = cutBefore(changed, row, side, start);
    if (!cut.ok) return cut;
    changed = cut.article;
    map = compose(map, cut.map);
    parts[side] = [cut.first, cut.second];
  }
  const rows: Row[] = [
    { id: row.id, de: parts.de[0], en: parts.en[0] },
    { id: newRowId(changed), de: parts.de[1], en: parts.en[1] },
  ];
  if (rows.some(({ de, en }) => de.length + en.length === 0)) return refused("at-edge");
  return edited(replaceRows(replaceBeads(changed, new Map()), found.index, 1, rows), map);
}

type CutResult =
  | Refused
  | {
      readonly ok: true;
      readonly article: Article;
      readonly map: PositionMap;
      readonly first: readonly string[];
      readonly second: readonly string[];
    };

function cutBefore(article: Article, row: Row, side: Language, start: string): CutResult {
  const found = findSentence(article, start);
  if (!found || found.side !== side) return refused("unknown");
  const { block, blockIndex, index } = found;
  const place = row[side].indexOf(block.id);
  const before = row[side].slice(0, place);
  const after = row[side].slice(place + 1);
  if (index === 0) {
    return { ok: true, article, map: unmoved, first: before, second: [block.id, ...after] };
  }
  if (!isRunning(block)) return refused("across-block");
  const { side: counted, first, second, map } = cutBlock(article.sides[side], block, index);
  const changed = replaceSide(article, replaceBlocks(counted, blockIndex, 1, [first, second]));
  return {
    ok: true,
    article: changed,
    map,
    first: [...before, first.id],
    second: [second.id, ...after],
  };
}

/** Whether a bead holds sentences of both parts. */
function isAcrossBead(
  article: Article,
  row: Row,
  at: Readonly<Record<Language, string | null>>,
): boolean {
  const second = new Set(
    languages.flatMap((side) => {
      const sentences = rowSentences(article, row, side);
      const start = at[side] === null ? sentences.length : sentences.indexOf(at[side]);
      return start < 0 ? [] : sentences.slice(start);
    }),
  );
  return rowBeads(article, row).some((bead) => {
    const ids = [...bead.de, ...bead.en];
    return ids.some((id) => second.has(id)) && !ids.every((id) => second.has(id));
  });
}
