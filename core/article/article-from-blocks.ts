import type { Article, Bead, Block, Side } from "./article";
import { blockText, type ContentNode } from "./content";
import type { FrontMatter } from "./front-matter";
import type { Language } from "./language";
import { projectRows } from "./project-rows";

/** A block without an id, and the texts of its sentences, which are its text in order: white space at the very end may be missing in the block. */
export type NewBlock = { readonly node: ContentNode; readonly sentences: readonly string[] };

/** One side of a text that has no ids yet. */
export type NewBlocks = { readonly frontMatter: FrontMatter; readonly blocks: readonly NewBlock[] };

/** A bead whose sentences are counted through all the blocks of a side. */
export type NewBead = Readonly<Record<Language, readonly number[]>> &
  Pick<Bead, "probability" | "status">;

/** An article with fresh ids, and rows made from its beads. */
export function articleFromBlocks(
  sides: Readonly<Record<Language, NewBlocks>>,
  beads: readonly NewBead[],
): Article {
  const de = newSide("de", sides.de);
  const en = newSide("en", sides.en);
  const deIds = sentenceIds(de);
  const enIds = sentenceIds(en);
  const named = beads.map((bead) => ({
    de: bead.de.flatMap((index) => deIds[index] ?? []),
    en: bead.en.flatMap((index) => enIds[index] ?? []),
    probability: bead.probability,
    status: bead.status,
  }));
  const rows = projectRows({ de: de.blocks, en: en.blocks }, named);
  return {
    sides: { de, en },
    beads: named,
    rows: rows.map((row, index) => ({ id: `r${index + 1}`, ...row })),
  };
}

function newSide(language: Language, { frontMatter, blocks: news }: NewBlocks): Side {
  const letter = language.charAt(0);
  let sentenceNumber = 0;
  const blocks = news.map(({ node, sentences }, index): Block => {
    const { length } = blockText(node);
    let end = 0;
    return {
      id: `${letter}b${index + 1}`,
      node,
      sentences: sentences.map((sentence) => {
        const start = end;
        end = Math.min(length, start + sentence.length);
        sentenceNumber += 1;
        return { id: `${letter}s${sentenceNumber}`, start, end };
      }),
      mergedIds: [],
    };
  });
  return {
    language,
    frontMatter,
    blocks,
    tombstones: [],
    next: { block: blocks.length + 1, sentence: sentenceNumber + 1 },
  };
}

function sentenceIds(side: Side): string[] {
  return side.blocks.flatMap((block) => block.sentences.map((sentence) => sentence.id));
}
