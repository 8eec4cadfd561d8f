import type { Article, Bead, Block, Row } from "../article";
import { findBead, findBlock, sideOf } from "../article-index";
import { blockText, type ContentNode } from "../content";
import { canonicalNode } from "../inline-text";
import type { Language } from "../language";
import { compose, type PositionMap } from "../position-map";
import { type CarriedText, carryText } from "./carry-text";
import {
  type Edited,
  edited,
  inSequence,
  rejoin,
  replaceBeads,
  replaceBlocks,
  replaceSide,
} from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { bySide } from "./regroup";
import { removeBlock } from "./remove-block";

/** Gives blocks other words. Sentences that are still there keep their ids; a verified bead whose words changed says so. */
export function editText(
  article: Article,
  { edits }: OperationOf<"edit-text">,
  stamp: Stamp,
): Edited {
  return inSequence(article, edits, (each, edit) => editOne(each, edit, stamp), compose);
}

type Edit = OperationOf<"edit-text">["edits"][number];

function editOne(article: Article, { block: id, nodes }: Edit, stamp: Stamp): Edited {
  const found = findBlock(article, id);
  if (!found) return refused("unknown");
  const { block, index } = found;
  const own = block.sentences.map((sentence) => sentence.id);
  if (own.some((sentence) => findBead(article, sentence)?.bead.isLocked)) return refused("locked");
  const written = nodes.map(canonicalNode).filter((node) => hasContent(node));
  if (written.length === 0) {
    const removed = removeBlock(article, id);
    return edited(dropSentences(removed.article, article, own, stamp), removed.map);
  }
  const only = written.length === 1 ? written[0] : undefined;
  if (only && JSON.stringify(only) === JSON.stringify(block.node)) return refused("already-so");

  const side = article.sides[sideOf(id)];
  const carried = carryText(side, block, written);
  const changed = replaceSide(article, replaceBlocks(carried.side, index, 1, carried.blocks));
  const rows = inRow(article.rows, block, carried.blocks, side.language);
  const withRows = { ...changed, rows };
  const map: PositionMap = { touched: carried.touched, segments: carried.segments };
  return edited(carryBeads(withRows, article, carried, stamp), map);
}

/** Words, or what is no text at all, like a figure or a rule. */
function hasContent(node: ContentNode): boolean {
  return blockText(node).trim() !== "" || node.type === "figure" || node.type === "horizontalRule";
}

function inRow(
  rows: readonly Row[],
  block: Block,
  blocks: readonly Block[],
  side: Language,
): readonly Row[] {
  const ids = blocks.map(({ id }) => id);
  if (ids.length === 1 && ids[0] === block.id) return rows;
  return rows.map((row) =>
    row[side].includes(block.id)
      ? { ...row, [side]: row[side].flatMap((id) => (id === block.id ? ids : [id])) }
      : row,
  );
}

function carryBeads(
  article: Article,
  before: Article,
  { side: { language }, gone, changed, splitFrom, fresh }: CarriedText,
  stamp: Stamp,
): Article {
  // Beads whose sentences grew together are one from now on.
  const joins = new Map<Bead, Bead>();
  const headOf = (bead: Bead): Bead => {
    const next = joins.get(bead);
    return next ? headOf(next) : bead;
  };
  for (const { id, into } of gone) {
    const from = findBead(before, id)?.bead;
    const heir = into === null ? undefined : findBead(before, into)?.bead;
    if (from && heir && headOf(from) !== headOf(heir)) joins.set(headOf(from), headOf(heir));
  }
  const goneIds = new Set(gone.map(({ id }) => id));
  const touched = new Set<Bead>();
  for (const id of [...goneIds, ...changed, ...splitFrom.values()]) {
    const bead = findBead(before, id)?.bead;
    if (bead) touched.add(bead).add(headOf(bead));
  }
  const replacements = new Map<Bead, readonly Bead[]>();
  for (const bead of touched) {
    if (joins.has(bead)) {
      replacements.set(bead, []);
      continue;
    }
    const parts = [...touched].filter((each) => headOf(each) === bead);
    replacements.set(bead, [
      joinParts(bead, parts, { goneIds, changed, splitFrom, language }, article, stamp),
    ]);
  }
  const added = fresh.map((id): Bead => {
    return { de: [], en: [], [language]: [id], probability: 0, status: "proposed" };
  });
  return replaceBeads(article, replacements, added);
}

function joinParts(
  head: Bead,
  parts: readonly Bead[],
  {
    goneIds,
    changed,
    splitFrom,
    language,
  }: {
    goneIds: ReadonlySet<string>;
    changed: ReadonlySet<string>;
    splitFrom: ReadonlyMap<string, string>;
    language: Language;
  },
  article: Article,
  stamp: Stamp,
): Bead {
  const ids = new Set(
    parts.flatMap(({ de, en }) => [...de, ...en]).filter((id) => !goneIds.has(id)),
  );
  for (const [id, from] of splitFrom)
    if (parts.some((part) => part[language].includes(from))) ids.add(id);
  const group = bySide(article, [...ids]);
  const hasLost =
    parts.length > 1 || parts.some((part) => part[language].some((id) => goneIds.has(id)));
  if (hasLost) return rejoin(head, group, stamp);
  const isReworded = group[language].some((id) => changed.has(id));
  const wasVerified = head.status === "verified";
  return { ...head, ...group, status: isReworded && wasVerified ? "text-changed" : head.status };
}

function dropSentences(
  article: Article,
  before: Article,
  gone: readonly string[],
  stamp: Stamp,
): Article {
  const isLeft = (id: string) => !gone.includes(id);
  const beads = new Set(gone.flatMap((id) => findBead(before, id)?.bead ?? []));
  const replacements = new Map(
    [...beads].map((bead) => {
      const rest = { de: bead.de.filter(isLeft), en: bead.en.filter(isLeft) };
      return [bead, [rejoin(bead, rest, stamp)]] as const;
    }),
  );
  return replaceBeads(article, replacements);
}
