import type { AlignmentText, IndexBead } from "./alignment";
import type { Lexicon } from "./lexicon/lexicon";
import { countSharedWords } from "./shared-words";
import { translatedShare } from "./translated-share";

export type Relation = {
  /** True where two texts do not seem to be translations of each other. */
  readonly isUnrelated: boolean;
  /** Of the words whose translation stands somewhere on the other side, how many are aligned with it, from 0 to 1. */
  readonly wordsInPlace: number;
};

/** Fewer sentences than this, of both sides together, prove nothing; a refrain counts once. */
const leastSentences = 16;

/**
 * By how many standard deviations more words than by chance must stand where their translation does. Strangers hardly ever reach 3, however long they
 * are and whichever lexicon is asked; what translations reach grows with their length. `npm run bench:unrelated` counts false alarms and misses.
 */
function leastBelieved(sentences: number): number {
  return Math.min(5, 0.5 * Math.sqrt(sentences));
}

/**
 * Whether two texts belong together: how far the words that stand where their translation does are beyond chance, times the share of sentences in
 * believed beads. To be asked only of an alignment made with this lexicon.
 */
export function judgeRelation(
  de: AlignmentText,
  en: AlignmentText,
  beads: readonly IndexBead[],
  lexicon: Lexicon,
): Relation {
  const { anywhere, aligned, byChance } = countSharedWords(de, en, beads, lexicon);
  const deviations = (aligned - byChance) / Math.sqrt(Math.max(1, byChance));
  const sentences = new Set(de.sentences).size + new Set(en.sentences).size;
  const isBelieved = translatedShare(beads) * deviations >= leastBelieved(sentences);
  return {
    isUnrelated: sentences >= leastSentences && !isBelieved,
    wordsInPlace: anywhere === 0 ? 0 : aligned / anywhere,
  };
}
