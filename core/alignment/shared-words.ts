import type { AlignmentText, IndexBead } from "./alignment";
import { type DocumentWords, documentWords } from "./document-words";
import { knownTranslations } from "./known-translations";
import type { Lexicon } from "./lexicon/lexicon";

/** How many words of the German side have a translation on the English one, and how many of those in the sentence they are aligned with. */
export type SharedWords = { readonly anywhere: number; readonly aligned: number };

/** Words that stand in more sentences than this share are in their place by chance. */
const common = 0.15;

/**
 * Counts words that a lexicon translates, where the translation stands and where it ought to stand: of texts that translate each other nearly
 * all are aligned with their translation, of others hardly any.
 */
export function countSharedWords(
  de: AlignmentText,
  en: AlignmentText,
  beads: readonly IndexBead[],
  lexicon: Lexicon,
): SharedWords {
  const words = { de: documentWords(de.sentences, "de"), en: documentWords(en.sentences, "en") };
  const { toEnglish } = knownTranslations(words.de, words.en, lexicon);
  const rare = (side: DocumentWords, word: number) =>
    (side.spread[word] ?? 0) <= Math.max(2, common * side.totals.length);
  let anywhere = 0;
  let aligned = 0;
  for (const bead of beads) {
    const partners = new Set(bead.en.flatMap((sentence) => wordsOf(words.en, sentence)));
    for (const word of bead.de.flatMap((sentence) => wordsOf(words.de, sentence))) {
      if (!rare(words.de, word)) continue;
      const targets = [
        ...toEnglish.targets.subarray(toEnglish.starts[word], toEnglish.starts[word + 1]),
      ].filter((target) => rare(words.en, target));
      if (targets.length === 0) continue;
      anywhere += 1;
      if (targets.some((target) => partners.has(target))) aligned += 1;
    }
  }
  return { anywhere, aligned };
}

function wordsOf({ starts, words }: DocumentWords, sentence: number): number[] {
  return [...words.subarray(starts[sentence], starts[sentence + 1])];
}
