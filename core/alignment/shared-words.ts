import type { AlignmentText, IndexBead } from "./alignment";
import { type DocumentWords, documentWords } from "./document-words";
import { knownTranslations } from "./known-translations";
import type { Lexicon } from "./lexicon/lexicon";
import type { TranslationTable } from "./translation-table";

export type SharedWords = {
  /** How many words of the German side have a translation on the English one. */
  readonly anywhere: number;
  /** How many of those have it in the passage that they are aligned with. */
  readonly aligned: number;
  /** How many would have it there if the English sentences stood in any order. */
  readonly byChance: number;
};

/** Words that stand in more sentences than this share are in their place by chance. */
const common = 0.15;

/** A large dictionary names dozens of translations for a word: those that are seldom meant are met everywhere. */
const leastProbability = 0.15;

/**
 * Counts words that a lexicon translates, where the translation stands and where it ought to stand: of texts that translate each other nearly
 * all are aligned with their translation, of others hardly more than chance brings together.
 */
export function countSharedWords(
  de: AlignmentText,
  en: AlignmentText,
  beads: readonly IndexBead[],
  lexicon: Lexicon,
): SharedWords {
  const words = { de: documentWords(de.sentences, "de"), en: documentWords(en.sentences, "en") };
  const { toEnglish } = knownTranslations(words.de, words.en, lexicon);
  const places = sentencesOfWords(words.en);
  const meetings = words.de.stems.map((_, word) => {
    const targets = isRare(words.de, word) ? likelyTargets(toEnglish, word, words.en) : [];
    const sentences = new Set(targets.flatMap((target) => places[target] ?? []));
    return { targets, share: sentences.size / Math.max(1, words.en.totals.length) };
  });
  let [anywhere, aligned, byChance] = [0, 0, 0];
  for (const bead of beads) {
    const partners = new Set(bead.en.flatMap((sentence) => wordsOf(words.en, sentence)));
    for (const word of bead.de.flatMap((sentence) => wordsOf(words.de, sentence))) {
      const { targets, share } = meetings[word] ?? { targets: [], share: 0 };
      if (targets.length === 0) continue;
      anywhere += 1;
      if (targets.some((target) => partners.has(target))) aligned += 1;
      byChance += 1 - (1 - share) ** bead.en.length;
    }
  }
  return { anywhere, aligned, byChance };
}

function isRare({ spread, totals }: DocumentWords, word: number): boolean {
  return (spread[word] ?? 0) <= Math.max(2, common * totals.length);
}

function likelyTargets(
  { starts, targets, probabilities }: TranslationTable,
  word: number,
  en: DocumentWords,
): number[] {
  const likely: number[] = [];
  for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
    const target = targets[at] ?? 0;
    if ((probabilities[at] ?? 0) >= leastProbability && isRare(en, target)) likely.push(target);
  }
  return likely;
}

function sentencesOfWords(side: DocumentWords): number[][] {
  const places = side.stems.map((): number[] => []);
  for (let sentence = 0; sentence < side.totals.length; sentence += 1) {
    for (const word of wordsOf(side, sentence)) places[word]?.push(sentence);
  }
  return places;
}

function wordsOf({ starts, words }: DocumentWords, sentence: number): number[] {
  return [...words.subarray(starts[sentence], starts[sentence + 1])];
}
