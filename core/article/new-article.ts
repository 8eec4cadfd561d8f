import type { IndexBead } from "../alignment/alignment";
import type { Article } from "./article";
import { articleFromBlocks, type NewBlock } from "./article-from-blocks";
import type { FrontMatter } from "./front-matter";
import type { Language } from "./language";

/** One side of a text that has no ids yet: paragraphs of sentences, white space at the end of a sentence included. */
export type NewSide = {
  readonly frontMatter: FrontMatter;
  readonly paragraphs: readonly (readonly string[])[];
};

/** An article of plain paragraphs with fresh ids; `beads` count the sentences of a side through all its paragraphs. */
export function newArticle(
  sides: Readonly<Record<Language, NewSide>>,
  beads: readonly IndexBead[],
): Article {
  const blocksOf = ({ frontMatter, paragraphs }: NewSide) => ({
    frontMatter,
    blocks: paragraphs.map(paragraph),
  });
  return articleFromBlocks(
    { de: blocksOf(sides.de), en: blocksOf(sides.en) },
    beads.map((bead) => ({ ...bead, status: "proposed" as const })),
  );
}

function paragraph(sentences: readonly string[]): NewBlock {
  const text = sentences.join("").trimEnd();
  return { node: { type: "paragraph", content: [{ type: "text", text }] }, sentences };
}
