import type { Article, Bead, Block, Row, Sentence, Side } from "./article";
import { type Language, languages } from "./language";

/** Where a sentence stands. */
export type SentenceAt = {
  readonly side: Language;
  readonly block: Block;
  readonly blockIndex: number;
  readonly sentence: Sentence;
  /** In its block. */
  readonly index: number;
  /** In its side. */
  readonly place: number;
};

/** The side that an id of a block or sentence belongs to: its first letter says so. */
export function sideOf(id: string): Language {
  return id.startsWith("d") ? "de" : "en";
}

export function findSentence({ sides }: Article, id: string): SentenceAt | null {
  const side = sideOf(id);
  const at = indexSide(sides[side]).sentences.get(id);
  if (!at) return null;
  const block = sides[side].blocks[at.blockIndex];
  const sentence = block?.sentences[at.index];
  return block && sentence ? { side, block, sentence, ...at } : null;
}

export function findBlock({ sides }: Article, id: string): { block: Block; index: number } | null {
  const { blocks } = sides[sideOf(id)];
  const index = indexSide(sides[sideOf(id)]).blocks.get(id) ?? -1;
  const block = blocks[index];
  return block ? { block, index } : null;
}

/** Where each sentence stands in its side, counted from 0. */
export function placeOfSentence(side: Side, id: string): number | null {
  return indexSide(side).sentences.get(id)?.place ?? null;
}

/** The bead that holds a sentence, and its place among all. */
export function findBead(
  { beads }: Article,
  sentenceId: string,
): { bead: Bead; index: number } | null {
  const index = indexBeads(beads).get(sentenceId) ?? -1;
  const bead = beads[index];
  return bead ? { bead, index } : null;
}

export function findRow(article: Article, rowId: string): { row: Row; index: number } | null {
  const index = indexRows(article.rows).get(rowId) ?? -1;
  const row = article.rows[index];
  return row ? { row, index } : null;
}

/** The row that a block, or the block of a sentence, stands in. */
export function rowOf(article: Article, id: string): { row: Row; index: number } | null {
  const blockId = blockIdOf(article, id);
  return blockId === undefined ? null : findRow(article, blockId);
}

/** The place of that row; asked for every bead after each operation, and so makes nothing. */
export function rowIndexOf(article: Article, id: string): number | undefined {
  const blockId = blockIdOf(article, id);
  return blockId === undefined ? undefined : indexRows(article.rows).get(blockId);
}

function blockIdOf({ sides }: Article, id: string): string | undefined {
  if (id.charAt(1) === "b") return id;
  const side = sides[sideOf(id)];
  const at = indexSide(side).sentences.get(id);
  return at && side.blocks[at.blockIndex]?.id;
}

export function rowSentences(article: Article, row: Row, side: Language): readonly string[] {
  return row[side].flatMap(
    (id) => findBlock(article, id)?.block.sentences.map((sentence) => sentence.id) ?? [],
  );
}

/** The beads of a row in their order. */
export function rowBeads(article: Article, row: Row): readonly Bead[] {
  const indexes = languages
    .flatMap((side) => rowSentences(article, row, side))
    .flatMap((id) => findBead(article, id)?.index ?? []);
  return [...new Set(indexes)].sort((a, b) => a - b).flatMap((index) => article.beads[index] ?? []);
}

type SideIndex = {
  readonly sentences: ReadonlyMap<
    string,
    { readonly blockIndex: number; readonly index: number; readonly place: number }
  >;
  readonly blocks: ReadonlyMap<string, number>;
};

// Kept as long as what they index: an operation changes a part and asks again about the rest.
const sideIndexes = new WeakMap<Side, SideIndex>();
const beadIndexes = new WeakMap<readonly Bead[], ReadonlyMap<string, number>>();
const rowIndexes = new WeakMap<readonly Row[], ReadonlyMap<string, number>>();

function indexSide(side: Side): SideIndex {
  return kept(sideIndexes, side, () => {
    const sentences = new Map<string, { blockIndex: number; index: number; place: number }>();
    const blocks = new Map<string, number>();
    side.blocks.forEach((block, blockIndex) => {
      blocks.set(block.id, blockIndex);
      block.sentences.forEach(({ id }, index) => {
        sentences.set(id, { blockIndex, index, place: sentences.size });
      });
    });
    return { sentences, blocks };
  });
}

function indexBeads(beads: readonly Bead[]): ReadonlyMap<string, number> {
  return kept(beadIndexes, beads, () => {
    const places = new Map<string, number>();
    beads.forEach((bead, index) => {
      for (const id of bead.de) places.set(id, index);
      for (const id of bead.en) places.set(id, index);
    });
    return places;
  });
}

/** Other beads stand in the places of these and hold the same sentences: where each is, is known already. */
export function keepBeadPlaces(before: readonly Bead[], after: readonly Bead[]): void {
  const known = beadIndexes.get(before);
  if (known) beadIndexes.set(after, known);
}

/** By the id of a row and of each of its blocks. */
function indexRows(rows: readonly Row[]): ReadonlyMap<string, number> {
  return kept(rowIndexes, rows, () => {
    const places = new Map<string, number>();
    rows.forEach((row, index) => {
      for (const id of [row.id, ...row.de, ...row.en]) places.set(id, index);
    });
    return places;
  });
}

function kept<Key extends object, Value>(
  cache: WeakMap<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const known = cache.get(key);
  if (known) return known;
  const value = make();
  cache.set(key, value);
  return value;
}
