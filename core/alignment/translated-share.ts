import type { IndexBead } from "./alignment";

/**
 * Of texts that translate each other, aligned with a lexicon, at least 0.85 of the sentences stood in beads that were believed. Of texts that have
 * nothing to do with each other the fewer there were, the more of them met by chance: of 40 sentences at most 0.65, of 80 at most 0.48, of long texts at
 * most 0.26 (pairs of news shifted against each other).
 */
function leastTranslated(sentences: number): number {
  return Math.min(0.75, 0.4 + 10 / sentences);
}

/** Fewer sentences than this, of both sides together, prove nothing. */
const leastSentences = 20;

/** How much of both sides is thought to be translated: the sentences in two-sided beads, each counted by its bead's probability, from 0 to 1. */
export function translatedShare(beads: readonly IndexBead[]): number {
  let all = 0;
  let translated = 0;
  for (const { de, en, probability } of beads) {
    const sentences = de.length + en.length;
    all += sentences;
    if (de.length > 0 && en.length > 0) translated += sentences * probability;
  }
  return all === 0 ? 0 : translated / all;
}

/** Whether two texts of some length do not seem to be translations of each other. To be asked only of an alignment made with a lexicon. */
export function seemUnrelated(beads: readonly IndexBead[]): boolean {
  const sentences = beads.reduce((sum, { de, en }) => sum + de.length + en.length, 0);
  return sentences >= leastSentences && translatedShare(beads) < leastTranslated(sentences);
}
