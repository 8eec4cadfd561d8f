import type { AlignmentText, IndexBead } from "./alignment";
import { bandAround, type Point } from "./band";
import { beadKinds, commonKinds } from "./bead-kinds";
import { type BeadScorer, findPath, type Stretch } from "./find-path";
import { lengthScorer } from "./length-evidence";
import { paragraphScorer } from "./paragraph-evidence";
import { pathProbabilities } from "./path-probabilities";
import { searchBand } from "./search-band";
import { wordEvidence, wordScorer } from "./word-evidence";

/** How far from the route of common beads the rare ones are looked for, in sentences. */
const strayFromRoute = 8;

/**
 * Aligns the sentences of both sides in order, without a dictionary: lengths, words and numbers both sides share, and
 * paragraph breaks. Beads come in reading order, monotone, and every sentence is in exactly one. The same input gives the
 * same beads.
 */
export function align(de: AlignmentText, en: AlignmentText): IndexBead[] {
  const words = wordEvidence(de.sentences, en.sentences);
  const score = beadScorer(de, en, wordScorer(words));
  const route = findPath(searchBand(words), commonKinds, score);
  const nearby = bandAround(
    route.map(startOf),
    de.sentences.length,
    en.sentences.length,
    () => strayFromRoute,
  );
  const path = findPath(nearby, beadKinds, score);
  const probabilities = pathProbabilities(path, de.sentences.length, en.sentences.length, score);
  return path.map(({ kind, deStart, enStart }, index) => ({
    de: Array.from({ length: kind.de }, (_, offset) => deStart + offset),
    en: Array.from({ length: kind.en }, (_, offset) => enStart + offset),
    probability: probabilities[index] ?? 0,
  }));
}

function startOf({ deStart, enStart }: Stretch): Point {
  return { de: deStart, en: enStart };
}

function beadScorer(
  de: AlignmentText,
  en: AlignmentText,
  wordScore: ReturnType<typeof wordScorer>,
): BeadScorer {
  const lengthScore = lengthScorer(de.sentences, en.sentences);
  const paragraphScore = paragraphScorer(de.paragraphs, en.paragraphs);
  return (kind, deStart, enStart) => {
    const breaks = paragraphScore(deStart, kind.de, enStart, kind.en);
    if (kind.de === 0 || kind.en === 0) return kind.logPrior + breaks;
    return (
      kind.logPrior +
      breaks +
      lengthScore(deStart, kind.de, enStart, kind.en) +
      wordScore(deStart, kind.de, enStart, kind.en)
    );
  };
}
