import type { LexicalScorer } from "./lexical-evidence";

/** A sentence whose translation stands elsewhere, out of order. */
export type Crossing = { readonly de: number; readonly en: number; readonly probability: number };

/** Scores one sentence against one, wherever they stand, as a log-likelihood ratio. */
export type PairScorer = (de: number, en: number) => number;

/** Out of all sentences without partner, how many have one elsewhere. */
const movedShare = 0.05;

/** Below this a crossing is not worth a reader's trust. */
const leastProbability = 0.9;

/** More pairs than this are not compared: a document with so many sentences alone has other troubles. */
const maxPairs = 40_000;

/**
 * Pairs sentences that the way through the document left alone on both sides, where they are plainly each other's translation. Surest first, each
 * sentence once.
 */
export function findCrossings(
  deAlone: readonly number[],
  enAlone: readonly number[],
  score: PairScorer,
): Crossing[] {
  if (deAlone.length * enAlone.length > maxPairs) return [];
  const candidates = deAlone.flatMap((de) => {
    const odds = enAlone.map((en) => Math.exp(Math.min(500, score(de, en))));
    const whole = odds.reduce((sum, each) => sum + each, 0);
    // One of them, each as likely beforehand, or none.
    const scale = movedShare / enAlone.length;
    return enAlone.map((en, index): Crossing => {
      const probability = (scale * (odds[index] ?? 0)) / (1 - movedShare + scale * whole);
      return { de, en, probability };
    });
  });
  const sure = candidates
    .filter(({ probability }) => probability >= leastProbability)
    .sort((a, b) => b.probability - a.probability || a.de - b.de || a.en - b.en);
  const taken = { de: new Set<number>(), en: new Set<number>() };
  return sure.filter(({ de, en }) => {
    if (taken.de.has(de) || taken.en.has(en)) return false;
    taken.de.add(de);
    taken.en.add(en);
    return true;
  });
}

/** The lexical score of single sentences in any order. */
export function lexicalPair(lexical: LexicalScorer): PairScorer {
  return (de, en) => {
    lexical.prepare(de, en, en + 1);
    return lexical.score(de, 1, en, 1);
  };
}
