import type { IndexBead } from "../alignment/alignment";
import { type Language, languages } from "./language";

/** For each sentence of a side the index of its paragraph, from 0, never falling. */
export type Paragraphs = Readonly<Record<Language, readonly number[]>>;

/**
 * Carries paragraph breaks over to the side that lacks them: where one side breaks between two beads, so does the other.
 * Breaks inside a bead stay on their own side; where neither breaks, nothing is added. The beads must be monotone.
 */
export function projectBreaks(
  beads: readonly Pick<IndexBead, Language>[],
  paragraphs: Paragraphs,
): Paragraphs {
  const starts = { de: breakStarts(paragraphs.de), en: breakStarts(paragraphs.en) };
  const boundaries = beadBoundaries(beads);
  // A sentence without a partner may stand on either side of the break: where both sides break, that place is meant.
  const settled = { de: new Set<number>(), en: new Set<number>() };
  for (const { de, en } of boundaries) {
    if (!starts.de.has(de) || !starts.en.has(en)) continue;
    settled.de.add(de);
    settled.en.add(en);
  }
  for (const boundary of boundaries) {
    const isOpen = languages.some(
      (language) =>
        starts[language].has(boundary[language]) && !settled[language].has(boundary[language]),
    );
    if (!isOpen) continue;
    for (const language of languages) {
      starts[language].add(boundary[language]);
      settled[language].add(boundary[language]);
    }
  }
  return {
    de: numberParagraphs(starts.de, paragraphs.de.length),
    en: numberParagraphs(starts.en, paragraphs.en.length),
  };
}

function breakStarts(paragraphs: readonly number[]): Set<number> {
  return new Set(
    paragraphs.flatMap((paragraph, index) =>
      index > 0 && paragraph !== paragraphs[index - 1] ? [index] : [],
    ),
  );
}

/** After each bead but the last, the index of the next sentence on both sides. */
function beadBoundaries(beads: readonly Pick<IndexBead, Language>[]): Record<Language, number>[] {
  let de = 0;
  let en = 0;
  return beads.slice(0, -1).map((bead) => {
    de += bead.de.length;
    en += bead.en.length;
    return { de, en };
  });
}

function numberParagraphs(starts: ReadonlySet<number>, length: number): number[] {
  let paragraph = 0;
  return Array.from({ length }, (_, index) => {
    if (index > 0 && starts.has(index)) paragraph += 1;
    return paragraph;
  });
}
