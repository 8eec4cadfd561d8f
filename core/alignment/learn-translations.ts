import type { DocumentWords } from "./document-words";
import type { Translations } from "./known-translations";
import { type PassagePair, type Trained, trainTranslations } from "./train-translations";
import { TableBuilder, type TranslationTable } from "./translation-table";

/** A stretch of both sides that is taken to be translation, and how much it may teach. */
export type Lesson = {
  readonly deStart: number;
  readonly deSize: number;
  readonly enStart: number;
  readonly enSize: number;
  readonly weight: number;
};

const iterations = 3;

/** What two words that nobody knows start with; a known pair has its probability beside it. */
const unknown = 0.02;

/** A pair must have been met oftener than this: a word met once would prove the very bead it comes from. */
const selfEvidence = 0.6;

/** After so many meetings a word's own translations count as much as what was known. */
const trustAfter = 4;

const minProbability = 0.01;

/** In a long document, words that stand in more than this share of the sentences teach nothing but cost much. */
const commonShare = 0.1;
const longDocument = 500;

/** Adds to what was known what the document itself teaches, from the beads found so far. */
export function learnTranslations(
  known: Translations,
  lessons: readonly Lesson[],
  de: DocumentWords,
  en: DocumentWords,
): Translations {
  const pairs = lessons.map(({ deStart, deSize, enStart, enSize, weight }): PassagePair => {
    return {
      source: wordsOf(de, deStart, deSize),
      target: wordsOf(en, enStart, enSize),
      weight,
    };
  });
  const turned = pairs.map(({ source, target, weight }) => {
    return { source: target, target: source, weight };
  });
  return {
    toEnglish: learn(pairs, known.toEnglish, de.stems.length, en.stems.length),
    toGerman: learn(turned, known.toGerman, en.stems.length, de.stems.length),
  };
}

function wordsOf(side: DocumentWords, start: number, size: number): Int32Array {
  const words = side.words.subarray(side.starts[start], side.starts[start + size]);
  const sentences = side.totals.length;
  if (sentences <= longDocument) return words;
  return words.filter((word) => (side.spread[word] ?? 0) <= commonShare * sentences);
}

function learn(
  pairs: readonly PassagePair[],
  prior: TranslationTable,
  sourceSize: number,
  targetSize: number,
): TranslationTable {
  const training = { sourceSize, targetSize, iterations, prior, unknown, minProbability };
  return mix(prior, trainTranslations(pairs, training));
}

function mix(prior: TranslationTable, trained: Trained): TranslationTable {
  const size = prior.starts.length - 1;
  const table = new TableBuilder(size);
  for (let word = 0; word < size; word += 1) {
    const total = trained.totals[word] ?? 0;
    const trust = total / (total + trustAfter);
    const start = prior.starts[word] ?? 0;
    const end = prior.starts[word + 1] ?? 0;
    const kept = total > 0 ? 1 - trust / 2 : 1;
    for (let at = start; at < end; at += 1) {
      table.add(word, prior.targets[at] ?? 0, kept * (prior.probabilities[at] ?? 0));
    }
    for (let at = trained.starts[word] ?? 0; at < (trained.starts[word + 1] ?? 0); at += 1) {
      const target = trained.targets[at] ?? 0;
      const before = prior.targets.subarray(start, end).indexOf(target);
      const known = before < 0 ? 0 : (prior.probabilities[start + before] ?? 0);
      const meetings = Math.max(0, (trained.counts[at] ?? 0) - selfEvidence);
      const learned = ((trained.probabilities[at] ?? 0) * meetings) / (meetings + 1);
      const share = (1 - trust) * known + trust * learned;
      if (share > minProbability) table.add(word, target, share);
    }
  }
  return table.build();
}
