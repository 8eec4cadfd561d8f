import type { IndexBead } from "./alignment";

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
