import type { IndexBead } from "../alignment/alignment";
import { type Language, languages } from "./language";

/** For each sentence of a side the index of its paragraph, from 0, never falling. */
export type Paragraphs = Readonly<Record<Language, readonly number[]>>;

/**
 * Carries paragraph breaks over to the side that lacks them: where a bead begins a paragraph on one side, it begins one on the other. A
 * sentence without partner before such a bead stays in the paragraph before it. Breaks inside a bead, or among beads that cross, stay on
 * their own side; where neither side breaks, nothing is added. Beads come in reading order of the German side.
 */
export function projectBreaks(
  beads: readonly Pick<IndexBead, Language>[],
  paragraphs: Paragraphs,
): Paragraphs {
  const starts = { de: breakStarts(paragraphs.de), en: breakStarts(paragraphs.en) };
  const projected = { de: new Set(starts.de), en: new Set(starts.en) };
  const done = { de: 0, en: 0 };
  const reached = { de: 0, en: 0 };
  for (const bead of beads) {
    const isClear = languages.every((language) => done[language] === reached[language]);
    const beginsParagraph = languages.some((language) => {
      return bead[language].length > 0 && starts[language].has(Math.min(...bead[language]));
    });
    for (const language of languages) {
      if (isClear && beginsParagraph) projected[language].add(done[language]);
      done[language] += bead[language].length;
      reached[language] = Math.max(reached[language], ...bead[language].map((index) => index + 1));
    }
  }
  return {
    de: numberParagraphs(projected.de, paragraphs.de.length),
    en: numberParagraphs(projected.en, paragraphs.en.length),
  };
}

function breakStarts(paragraphs: readonly number[]): Set<number> {
  return new Set(
    paragraphs.flatMap((paragraph, index) =>
      index > 0 && paragraph !== paragraphs[index - 1] ? [index] : [],
    ),
  );
}

function numberParagraphs(starts: ReadonlySet<number>, length: number): number[] {
  let paragraph = 0;
  return Array.from({ length }, (_, index) => {
    if (index > 0 && starts.has(index)) paragraph += 1;
    return paragraph;
  });
}
