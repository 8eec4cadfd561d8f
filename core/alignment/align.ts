import type { AlignmentText, IndexBead } from "./alignment";
import { type Band, bandAround, cellOf } from "./band";
import { type BeadKind, commonKinds, kindsFor } from "./bead-kinds";
import { coarseScorer } from "./coarse-scorer";
import { documentWords } from "./document-words";
import { findCrossings, lexicalPair, type PairScorer } from "./find-crossings";
import { type BeadScorer, findPath, type Stretch } from "./find-path";
import { knownTranslations, type Translations } from "./known-translations";
import { beadPosteriors, bestPath, scoreLattice, stretchesOf } from "./lattice";
import { type Lesson, learnTranslations } from "./learn-translations";
import { lengthScorer } from "./length-evidence";
import { lexicalScorer } from "./lexical-evidence";
import type { Lexicon } from "./lexicon/lexicon";
import { markScorer } from "./mark-evidence";
import { fitOneSidedShare } from "./one-sided-share";
import { paragraphScorer } from "./paragraph-evidence";
import { partSwapped } from "./part-swapped";
import { rowScorer, rowsNeeded } from "./row-scorer";
import { searchBand } from "./search-band";
import { withLexicon, withoutLexicon } from "./weights";

/** How far from the route of common beads the rare ones are looked for, in sentences. */
const strayFromRoute = 4;

/** Whatever the evidence says, of a thousand such beads one is wrong. */
const surest = 0.999;

/**
 * Aligns the sentences of both sides in order, from lengths, words, marks and paragraph breaks; without a lexicon the words are those that
 * both sides share and what the document itself teaches. Beads come in reading order of the German side, crossing where a sentence was moved, and
 * every sentence is in exactly one. The same
 * input gives the same beads. `docs/alignment.md` explains the model.
 */
export function align(
  de: AlignmentText,
  en: AlignmentText,
  lexicon: Lexicon | null = null,
): IndexBead[] {
  const weights = lexicon ? withLexicon : withoutLexicon;
  const words = {
    de: documentWords(de.sentences, "de"),
    en: documentWords(en.sentences, "en"),
  };
  const known = knownTranslations(words.de, words.en, lexicon);
  const other = otherEvidence(de, en);
  const kinds = kindsFor(de.sentences.length, en.sentences.length);
  const rowsKept = rowsNeeded(kinds);
  const scorer = (band: Band, translations: Translations) =>
    rowScorer(
      band,
      rowsKept,
      lexicalScorer(words.de, words.en, translations, weights.lexical, rowsKept),
      other,
    );
  const near = (path: readonly Stretch[]) =>
    bandAround(
      path.map(({ deStart, enStart }) => ({ de: deStart, en: enStart })),
      de.sentences.length,
      en.sentences.length,
      () => strayFromRoute,
    );

  const wide = searchBand(words.de, words.en, known.toEnglish);
  const route = findPath(
    wide,
    commonKinds,
    coarseScorer(wide, lexicalScorer(words.de, words.en, known, weights.lexical, 1), other),
  );
  const learned = learnTranslations(known, route.map(lessonOf), words.de, words.en);
  const band = near(route);
  const scored = scoreLattice(band, kinds, scorer(band, learned), besides(route, band));
  const lattice = fitOneSidedShare(scored, weights.temperature, weights.oneSidedBefore);
  const path = bestPath(lattice);
  const posteriors = beadPosteriors(lattice, weights.temperature);
  const beads = stretchesOf(lattice, path).map((stretch, index): IndexBead => {
    const probability = posteriors[path[index] ?? -1] ?? 0;
    return { ...rangesOf(stretch), probability: Math.min(surest, probability) };
  });

  const compare = lexicalPair(lexicalScorer(words.de, words.en, learned, weights.lexical, 1));
  const single = { de: 1, en: 1, logPrior: 0 };
  return withCrossings(beads, (i, j) => compare(i, j) + other(single, i, j));
}

function rangesOf({ kind, deStart, enStart }: Stretch) {
  return {
    de: Array.from({ length: kind.de }, (_, offset) => deStart + offset),
    en: Array.from({ length: kind.en }, (_, offset) => enStart + offset),
  };
}

/** Moved sentences are found among those left alone, and among pairs that stand in the other order. */
function withCrossings(beads: readonly IndexBead[], score: PairScorer): IndexBead[] {
  const parted = beads.flatMap((bead) => partSwapped(bead, score));
  const deAlone = parted.flatMap(({ de, en }) => (en.length === 0 ? de : []));
  const enAlone = parted.flatMap(({ de, en }) => (de.length === 0 ? en : []));
  const crossings = findCrossings(deAlone, enAlone, score);
  const byGerman = new Map(crossings.map((crossing) => [crossing.de, crossing]));
  const moved = new Set(crossings.map(({ en }) => en));
  return parted.flatMap((bead): IndexBead[] => {
    const { de, en } = bead;
    if (de.length === 0) return en.some((index) => moved.has(index)) ? [] : [bead];
    const crossing = en.length === 0 ? byGerman.get(de[0] ?? -1) : undefined;
    if (!crossing) return [bead];
    return [{ de, en: [crossing.en], probability: Math.min(surest, crossing.probability) }];
  });
}

/** Beads of several sentences are considered where they begin and end near the route: they put together what lies on it. */
function besides(route: readonly Stretch[], band: Band) {
  const distance = new Uint8Array(band.size).fill(255);
  for (const { kind, deStart, enStart } of route) {
    for (let de = deStart - 2; de <= deStart + kind.de + 2; de += 1) {
      for (let en = enStart - 2; en <= enStart + kind.en + 2; en += 1) {
        const cell = cellOf(band, de, en);
        if (cell < 0) continue;
        const outside = Math.max(
          deStart - de,
          de - deStart - kind.de,
          enStart - en,
          en - enStart - kind.en,
        );
        distance[cell] = Math.min(distance[cell] ?? 255, Math.max(0, outside));
      }
    }
  }
  return (kind: BeadKind, from: number, to: number) => {
    const size = kind.de + kind.en;
    const allowed = size > 3 ? 1 : 2;
    return size < 3 || ((distance[from] ?? 0) <= allowed && (distance[to] ?? 0) <= allowed);
  };
}

function lessonOf({ kind, deStart, enStart }: Stretch): Lesson {
  const weight = kind.de === 0 || kind.en === 0 ? 0 : 1;
  return { deStart, deSize: kind.de, enStart, enSize: kind.en, weight };
}

function otherEvidence(de: AlignmentText, en: AlignmentText): BeadScorer {
  const lengthScore = lengthScorer(de.sentences, en.sentences);
  const paragraphScore = paragraphScorer(de.paragraphs, en.paragraphs);
  const markScore = markScorer(de.sentences, en.sentences);
  return (kind, deStart, enStart) => {
    const breaks = paragraphScore(deStart, kind.de, enStart, kind.en);
    if (kind.de === 0 || kind.en === 0) return breaks;
    return (
      breaks +
      lengthScore(deStart, kind.de, enStart, kind.en) +
      markScore(deStart, kind.de, enStart, kind.en)
    );
  };
}
