import type { IndexBead } from "../alignment/alignment";
import type { Article, Block, Side } from "./article";
import type { FrontMatter } from "./front-matter";
import type { Language } from "./language";
import { projectRows } from "./project-rows";

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
  const de = newSide("de", sides.de);
  const en = newSide("en", sides.en);
  const deIds = sentenceIds(de);
  const enIds = sentenceIds(en);
  const named = beads.map((bead) => ({
    de: bead.de.flatMap((index) => deIds[index] ?? []),
    en: bead.en.flatMap((index) => enIds[index] ?? []),
    probability: bead.probability,
    status: "proposed" as const,
  }));
  const rows = projectRows({ de: de.blocks, en: en.blocks }, named);
  return {
    sides: { de, en },
    beads: named,
    rows: rows.map((row, index) => ({ id: `r${index + 1}`, ...row })),
  };
}

function newSide(language: Language, { frontMatter, paragraphs }: NewSide): Side {
  const letter = language.charAt(0);
  let sentenceNumber = 0;
  const blocks = paragraphs.map((sentences, index): Block => {
    const text = sentences.join("").trimEnd();
    let end = 0;
    return {
      id: `${letter}b${index + 1}`,
      node: { type: "paragraph", content: [{ type: "text", text }] },
      sentences: sentences.map((sentence) => {
        const start = end;
        end = Math.min(text.length, start + sentence.length);
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
