import type { Article, Block, Row } from "../article";
import {
  findBead,
  findBlock,
  findSentence,
  rowBeads,
  rowOf,
  rowSentences,
  type SentenceAt,
} from "../article-index";
import { otherLanguage } from "../language";
import { compose, type PositionMap } from "../position-map";
import { cutBlock, isRunning, joinBlocks } from "./cut-block";
import {
  type Edited,
  edited,
  rejoin,
  replaceBeads,
  replaceBlocks,
  replaceSide,
  unmoved,
} from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { bySide } from "./regroup";

/**
 * A sentence goes to the bead above or below it in its row. From the first or last bead of a row it goes on into the
 * next row, at the end or the beginning of the paragraph there: the order of the text stays as it is.
 */
export function moveSentence(
  article: Article,
  { sentence: id, direction }: OperationOf<"move-sentence">,
  stamp: Stamp,
): Edited {
  const at = findSentence(article, id);
  const bead = findBead(article, id)?.bead;
  const found = rowOf(article, id);
  if (!at || !bead || !found) return refused("unknown");
  if (bead.isLocked) return refused("locked");
  const isUp = direction === "up";
  const own = bead[at.side];
  if (own.at(isUp ? 0 : -1) !== id) return refused("at-edge");

  const beads = rowBeads(article, found.row);
  const target = beads[beads.indexOf(bead) + (isUp ? -1 : 1)];
  if (target) return target.isLocked ? refused("locked") : moveTo(article, id, target, stamp);

  const sentences = rowSentences(article, found.row, at.side);
  if (sentences.at(isUp ? 0 : -1) !== id) return refused("at-edge");
  const neighbour = article.rows[found.index + (isUp ? -1 : 1)];
  if (!neighbour) return refused("at-edge");
  return moveAcross(article, at, found.row, neighbour, isUp, stamp);
}

function moveTo(
  article: Article,
  id: string,
  target: ReturnType<typeof rowBeads>[number],
  stamp: Stamp,
  map: PositionMap = unmoved,
): Edited {
  const bead = findBead(article, id)?.bead;
  if (!bead) return refused("unknown");
  const isLeft = (each: string) => each !== id;
  const rest = { de: bead.de.filter(isLeft), en: bead.en.filter(isLeft) };
  const grown = bySide(article, [...target.de, ...target.en, id]);
  const replacements = new Map([
    [bead, [rejoin(bead, rest, stamp)]],
    [target, [rejoin(target, grown, stamp)]],
  ]);
  return edited(replaceBeads(article, replacements), map);
}

function moveAcross(
  article: Article,
  at: SentenceAt,
  row: Row,
  neighbour: Row,
  isUp: boolean,
  stamp: Stamp,
): Edited {
  const blocks = row[at.side];
  if (blocks.at(isUp ? 0 : -1) !== at.block.id) return refused("across-block");
  const moved = at.block.sentences.length === 1 ? whole(article, at) : part(article, at, isUp);
  if (!moved) return refused("across-block");
  const placed = place(moved, neighbour, isUp);
  const rows = placed.article.rows.flatMap((each): Row[] => {
    if (each !== row && each !== neighbour) return [each];
    const left = each === neighbour ? placed.blocks : withoutMoved(blocks, at.block, moved);
    const changed = { ...each, [at.side]: left };
    return changed.de.length + changed.en.length === 0 ? [] : [changed];
  });
  const changed = replaceBeads({ ...placed.article, rows }, new Map());
  const heir = rowOf(changed, at.sentence.id)?.row;
  const others = heir
    ? rowBeads(changed, heir).filter((bead) => !bead[at.side].includes(at.sentence.id))
    : [];
  const target = others.at(isUp ? -1 : 0);
  if (target?.isLocked) return refused("locked");
  if (target && target[otherLanguage(at.side)].length > 0) {
    return moveTo(changed, at.sentence.id, target, stamp, placed.map);
  }
  const bead = findBead(changed, at.sentence.id)?.bead;
  if (!bead) return refused("unknown");
  const isLeft = (id: string) => id !== at.sentence.id;
  const rest = { de: bead.de.filter(isLeft), en: bead.en.filter(isLeft) };
  const alone = { ...bead, de: [], en: [], [at.side]: [at.sentence.id] };
  const parted = [rejoin(bead, rest, stamp), rejoin(bead, alone, stamp)];
  return edited(replaceBeads(changed, new Map([[bead, parted]])), placed.map);
}

type Moved = {
  readonly article: Article;
  readonly side: SentenceAt["side"];
  /** What goes into the other row. */
  readonly block: Block;
  /** What stays of the paragraph it was cut from. */
  readonly rest: Block | null;
  readonly map: PositionMap;
};

function whole(article: Article, { side, block }: SentenceAt): Moved {
  return { article, side, block, rest: null, map: unmoved };
}

function part(article: Article, at: SentenceAt, isUp: boolean): Moved | null {
  const { side, block, blockIndex, index } = at;
  if (!isRunning(block)) return null;
  const cut = cutBlock(article.sides[side], block, isUp ? 1 : index);
  const changed = replaceSide(
    article,
    replaceBlocks(cut.side, blockIndex, 1, [cut.first, cut.second]),
  );
  const [moved, rest] = isUp ? [cut.first, cut.second] : [cut.second, cut.first];
  return { article: changed, side, block: moved, rest, map: cut.map };
}

/** The blocks of the row that takes the sentence in: in its paragraph there where it has one, else as one of its own. */
function place(
  { article, side, block, rest, map }: Moved,
  neighbour: Row,
  isUp: boolean,
): { readonly article: Article; readonly blocks: readonly string[]; readonly map: PositionMap } {
  const there = neighbour[side];
  const next = findBlock(article, there.at(isUp ? -1 : 0) ?? "");
  if (!rest || !next || !isRunning(next.block) || !isRunning(block)) {
    return { article, blocks: isUp ? [...there, block.id] : [block.id, ...there], map };
  }
  const [first, second] = isUp ? [next.block, block] : [block, next.block];
  const joined = joinBlocks(article.sides[side], first, second);
  // The paragraph that was there goes on, whichever of the two came first.
  const heir = { ...joined.block, id: next.block.id, mergedIds: mergedOf(next.block, block) };
  const renamed = renameTarget(joined.map, first.id, heir.id);
  const at = Math.min(next.index, findBlock(article, block.id)?.index ?? next.index);
  const changed = replaceSide(article, replaceBlocks(article.sides[side], at, 2, [heir]));
  return { article: changed, blocks: there, map: compose(map, renamed) };
}

function mergedOf(heir: Block, other: Block): readonly string[] {
  return [...heir.mergedIds, other.id, ...other.mergedIds];
}

function renameTarget(map: PositionMap, from: string, to: string): PositionMap {
  return {
    touched: map.touched,
    segments: map.segments.map((segment) =>
      segment.to.blockId === from ? { ...segment, to: { ...segment.to, blockId: to } } : segment,
    ),
  };
}

function withoutMoved(ids: readonly string[], { id }: Block, { rest }: Moved): readonly string[] {
  return ids.flatMap((each) => (each === id ? (rest ? [rest.id] : []) : [each]));
}
