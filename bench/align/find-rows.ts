import type { AlignmentText, IndexBead } from "@/core/alignment/alignment";
import type { Language } from "@/core/article/language";
import { newArticle } from "@/core/article/new-article";
import { projectBreaks } from "@/core/article/project-breaks";
import type { Group } from "./read-beads";

/** The rows that an article made of these beads has, by sentence: the way an import makes them. */
export function findRows(
  text: Readonly<Record<Language, AlignmentText>>,
  beads: readonly IndexBead[],
): Group[] {
  const projected = projectBreaks(beads, {
    de: text.de.paragraphs,
    en: text.en.paragraphs,
  });
  const article = newArticle(
    {
      de: { frontMatter: {}, paragraphs: inParagraphs(text.de.sentences, projected.de) },
      en: { frontMatter: {}, paragraphs: inParagraphs(text.en.sentences, projected.en) },
    },
    beads,
  );
  const indices = {
    de: sentencesOf(article.sides.de.blocks),
    en: sentencesOf(article.sides.en.blocks),
  };
  return article.rows.map((row) => ({
    de: row.de.flatMap((id) => indices.de.get(id) ?? []),
    en: row.en.flatMap((id) => indices.en.get(id) ?? []),
  }));
}

function inParagraphs(sentences: readonly string[], paragraphs: readonly number[]): string[][] {
  const groups = new Map<number, string[]>();
  sentences.forEach((sentence, index) => {
    const paragraph = paragraphs[index] ?? 0;
    groups.set(paragraph, [...(groups.get(paragraph) ?? []), sentence]);
  });
  return [...groups.values()];
}

function sentencesOf(
  blocks: readonly { readonly id: string; readonly sentences: readonly unknown[] }[],
): Map<string, number[]> {
  let next = 0;
  return new Map(
    blocks.map((block) => {
      const start = next;
      next += block.sentences.length;
      return [block.id, block.sentences.map((_, index) => start + index)];
    }),
  );
}
