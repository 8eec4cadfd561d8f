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

/** Fewer sentences than this, of both sides together, prove nothing. */
const leastSentences = 20;

/**
 * Strangers meet by chance the more, the fewer sentences there are; in longer texts a translator who left much out is still believed.
 * `npm run bench:unrelated` counts false alarms and misses.
 */
function leastBelieved(sentences: number): number {
  return Math.min(0.35, 0.15 + 5 / sentences);
}

/**
 * Whether two texts belong together: the share of sentences in believed beads, times the share of words that stand where their translation does. Each
 * alone is now and then reached by chance, both together hardly ever. To be asked only of an alignment made with this lexicon.
 */
export function judgeRelation(
  de: AlignmentText,
  en: AlignmentText,
  beads: readonly IndexBead[],
  lexicon: Lexicon,
): Relation {
  const { anywhere, aligned } = countSharedWords(de, en, beads, lexicon);
  const wordsInPlace = anywhere === 0 ? 0 : aligned / anywhere;
  const sentences = de.sentences.length + en.sentences.length;
  const believed = translatedShare(beads) * wordsInPlace;
  const isUnrelated = sentences >= leastSentences && believed < leastBelieved(sentences);
  return { isUnrelated, wordsInPlace };
}
