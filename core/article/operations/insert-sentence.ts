import type { Article, Bead, Block } from "../article";
import { findBead, findRow, findSentence, rowOf, sideOf } from "../article-index";
import { blockText } from "../content";
import { replaceText } from "../inline-text";
import type { Language } from "../language";
import {
  type Edited,
  edited,
  newBlockId,
  newSentenceId,
  rejoin,
  replaceBeads,
  replaceBlocks,
  replaceRows,
  replaceSide,
  unmoved,
} from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { bySide } from "./regroup";
import { segmentsOf } from "./segments";

type Insert = OperationOf<"insert-sentence">;

/** Writes a new sentence before or after another, or into a row that has nothing on that side, linked to its partner if it has one. */
export function insertSentence(
  article: Article,
  { text, place, partner }: Insert,
  stamp: Stamp,
): Edited {
  const written =
    place.kind === "row"
      ? intoRow(article, place.row, place.side, text)
      : beside(article, place.sentence, place.kind, text);
  if (!written.ok) return written;
  const { id } = written;
  const alone: Bead = { de: [], en: [], probability: 0, status: "proposed" };
  if (partner === null) {
    const bead = { ...alone, [sideOf(id)]: [id] };
    return edited(replaceBeads(written.article, new Map(), [bead]), written.map);
  }
  const bead = findBead(article, partner)?.bead;
  if (!bead) return refused("unknown");
  if (bead.isLocked) return refused("locked");
  if (sideOf(partner) === sideOf(id)) return refused("one-side");
  if (rowOf(written.article, partner)?.index !== rowOf(written.article, id)?.index) {
    return refused("different-rows");
  }
  const group = bySide(written.article, [...bead.de, ...bead.en, id]);
  const grown = rejoin(bead, group, stamp);
  return edited(replaceBeads(written.article, new Map([[bead, [grown]]])), written.map);
}

type Written =
  | (Extract<Edited, { ok: true }> & { readonly id: string })
  | Extract<Edited, { ok: false }>;

function beside(
  article: Article,
  neighbour: string,
  kind: "before" | "after",
  text: string,
): Written {
  const at = findSentence(article, neighbour);
  if (!at) return refused("unknown");
  const { side, block, blockIndex, sentence, index } = at;
  const before = blockText(block.node);
  const own = before.slice(sentence.start, sentence.end);
  // A line feed between items belongs to the sentence before it: the new one stands in the item of its neighbour.
  const offset =
    kind === "after"
      ? sentence.start + own.trimEnd().length
      : sentence.end - own.trimStart().length;
  const insert = kind === "after" ? ` ${text}` : `${text} `;
  const { node, kept } = replaceText(block.node, offset, offset, insert);
  if (!node) throw new Error(`Writing into ${block.id} emptied it`);
  const { id, side: counted } = newSentenceId(article.sides[side]);
  const length = insert.length;
  const border = kind === "after" ? offset + 1 : offset + length;
  const pair = [
    { id: kind === "after" ? neighbour : id, start: sentence.start, end: border },
    { id: kind === "after" ? id : neighbour, start: border, end: sentence.end + length },
  ];
  const sentences = [
    ...block.sentences.slice(0, index),
    ...pair,
    ...block.sentences
      .slice(index + 1)
      .map((each) => ({ ...each, start: each.start + length, end: each.end + length })),
  ];
  const changed = replaceBlocks(counted, blockIndex, 1, [{ ...block, node, sentences }]);
  const map = { touched: [block.id], segments: segmentsOf(side, block.id, kept) };
  return { ok: true, article: replaceSide(article, changed), map, id };
}

function intoRow(article: Article, rowId: string, language: Language, text: string): Written {
  const found = findRow(article, rowId);
  if (!found) return refused("unknown");
  const { row, index } = found;
  if (row[language].length > 0) return refused("occupied");
  const place = article.rows.slice(0, index).reduce((sum, each) => sum + each[language].length, 0);
  const before = article.sides[language].blocks[place - 1];
  // Nothing stands below the footnotes of a side.
  if (before?.node.type === "footnote") return refused("at-edge");
  const { id: blockId, side: withBlock } = newBlockId(article.sides[language]);
  const { id, side } = newSentenceId(withBlock);
  const block: Block = {
    id: blockId,
    node: { type: "paragraph", content: [{ type: "text", text }] },
    sentences: [{ id, start: 0, end: text.length }],
    mergedIds: [],
  };
  const changed = replaceSide(article, replaceBlocks(side, place, 0, [block]));
  const rows = replaceRows(changed, index, 1, [{ ...row, [language]: [blockId] }]);
  return { ok: true, article: rows, map: { ...unmoved, touched: [blockId] }, id };
}
