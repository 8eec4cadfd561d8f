import type { DocumentWords } from "./document-words";
import { explainRow, newRow, type Row, sumOfLogs } from "./explain-row";
import type { Translations } from "./known-translations";
import type { TranslationTable } from "./translation-table";

export type LexicalWeights = {
  /** How much of a passage its translation accounts for; the rest comes from nowhere. Between 0 and 1. */
  readonly accounted: number;
  /** What a word with no known translation in the document counts, were it missing on the other side: from 0 to 1. */
  readonly unknown: number;
  /** Words are not independent of each other: what their evidence counts against other kinds. */
  readonly weight: number;
};

/**
 * Scores passages by their words, as a log-likelihood ratio: how much better the other side explains the words of one side than
 * their frequency in the document does, in both directions. IBM Model 1 against unigrams, after R. C. Moore, "Fast and Accurate Sentence
 * Alignment of Bilingual Corpora", AMTA 2002; two-way as in his model, but over passages, not pairs only.
 */
export type LexicalScorer = {
  /**
   * Compares German sentence `row` with the English sentences from `start` to `end - 1`. Rows are prepared in rising order, and only the last
   * `rowsKept` can be asked about.
   */
  readonly prepare: (row: number, start: number, end: number) => void;
  /** The score of German sentences `deStart` … and English ones `enStart` …, all prepared; sizes from 1 to `rowsKept`. */
  readonly score: (deStart: number, deSize: number, enStart: number, enSize: number) => number;
  /** Its parts, which add up to it: what is gained by words that are explained on each side, and what all of them cost (below 0). */
  readonly gainInEnglish: PassageScore;
  readonly gainInGerman: PassageScore;
  readonly cost: PassageScore;
};

type PassageScore = (deStart: number, deSize: number, enStart: number, enSize: number) => number;

// A share of a word less than this is no translation of it that a sentence could be asked for.
const notable = 0.03;

export function lexicalScorer(
  de: DocumentWords,
  en: DocumentWords,
  translations: Translations,
  weights: LexicalWeights,
  rowsKept: number,
): LexicalScorer {
  const { accounted, weight } = weights;
  const rest = 1 - accounted;
  const explain = explainRow(de, en, translations, accounted / rest);
  const rows: Row[] = Array.from({ length: rowsKept }, newRow);
  const deTotals = runningSums(de.totals);
  const enTotals = runningSums(en.totals);
  const half = weight / 2;
  const missing = half * Math.log(rest);
  const deMissing = missingSums(de, translations.toGerman, weights.unknown, missing);
  const enMissing = missingSums(en, translations.toEnglish, weights.unknown, missing);

  function prepare(row: number, start: number, end: number): void {
    const kept = rows[row % rowsKept];
    if (!kept) return;
    explain(kept, row, start, end);
    const passages = (rowsKept - 1) * kept.width;
    kept.passageInEnglish = unasked(kept.passageInEnglish, passages);
    kept.passageInGerman = unasked(kept.passageInGerman, passages);
  }

  function cost(deStart: number, deSize: number, enStart: number, enSize: number): number {
    return (
      (deMissing[deStart + deSize] ?? 0) -
      (deMissing[deStart] ?? 0) +
      (enMissing[enStart + enSize] ?? 0) -
      (enMissing[enStart] ?? 0)
    );
  }

  // Room is shared by the words that explain, not by those explained: a passage explains several sentences one by one, so that what it
  // explains of each is found once, however many beads ask.
  function gainInEnglish(deStart: number, deSize: number, enStart: number, enSize: number): number {
    const kept = rows[deStart % rowsKept];
    if (!kept) return 0;
    let sum = 0;
    for (let other = enStart; other < enStart + enSize; other += 1) {
      sum +=
        deSize === 1
          ? (kept.pairInEnglish[other - kept.start] ?? 0)
          : passageInEnglish(kept, deStart, deSize, other);
    }
    return half * sum;
  }

  function gainInGerman(deStart: number, deSize: number, enStart: number, enSize: number): number {
    let sum = 0;
    for (let row = deStart; row < deStart + deSize; row += 1) {
      const kept = rows[row % rowsKept];
      if (!kept) continue;
      sum +=
        enSize === 1
          ? (kept.pairInGerman[enStart - kept.start] ?? 0)
          : passageInGerman(kept, row, enStart, enSize);
    }
    return half * sum;
  }

  function score(deStart: number, deSize: number, enStart: number, enSize: number): number {
    return (
      cost(deStart, deSize, enStart, enSize) +
      gainInEnglish(deStart, deSize, enStart, enSize) +
      gainInGerman(deStart, deSize, enStart, enSize)
    );
  }

  /** What `deSize` German sentences explain of one English sentence. */
  function passageInEnglish(kept: Row, deStart: number, deSize: number, other: number): number {
    const place = (deSize - 2) * kept.width + other - kept.start;
    const known = kept.passageInEnglish[place] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const words = (deTotals[deStart + deSize] ?? 0) - (deTotals[deStart] ?? 0);
    const first = en.starts[other] ?? 0;
    const length = (en.starts[other + 1] ?? 0) - first;
    clearShares(length);
    for (let row = deStart; row < deStart + deSize; row += 1) {
      const each = rows[row % rowsKept];
      if (each) addShares(each.toEnglish, first - (en.starts[each.start] ?? 0), length);
    }
    const found = sumOfLogs(shares, 0, en.counts, first, length, accounted / rest / (words + 1));
    kept.passageInEnglish[place] = found;
    return found;
  }

  /** What `enSize` English sentences explain of German sentence `row`. */
  function passageInGerman(kept: Row, row: number, enStart: number, enSize: number): number {
    const place = (enSize - 2) * kept.width + enStart - kept.start;
    const known = kept.passageInGerman[place] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const words = (enTotals[enStart + enSize] ?? 0) - (enTotals[enStart] ?? 0);
    const first = de.starts[row] ?? 0;
    const size = (de.starts[row + 1] ?? 0) - first;
    clearShares(size);
    for (let other = enStart; other < enStart + enSize; other += 1) {
      addShares(kept.toGerman, (other - kept.start) * size, size);
    }
    const found = sumOfLogs(shares, 0, de.counts, first, size, accounted / rest / (words + 1));
    kept.passageInGerman[place] = found;
    return found;
  }

  let shares = new Float32Array(1024);

  function clearShares(length: number): void {
    if (shares.length < length) shares = new Float32Array(2 * length);
    else shares.fill(0, 0, length);
  }

  function addShares(from: Float32Array, offset: number, length: number): void {
    for (let at = 0; at < length; at += 1) {
      shares[at] = (shares[at] ?? 0) + (from[offset + at] ?? 0);
    }
  }

  return { prepare, score, gainInEnglish, gainInGerman, cost };
}

function unasked(passages: Float64Array, size: number): Float64Array {
  const roomy = passages.length < size ? new Float64Array(Math.ceil(size * 1.5)) : passages;
  return roomy.fill(Number.NaN, 0, size);
}

function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1) {
    sums[index + 1] = (sums[index] ?? 0) + (values[index] ?? 0);
  }
  return sums;
}

/** What it costs, running, were no word found on the other side: `missing` where a translation is known, else a share of it. */
function missingSums(
  side: DocumentWords,
  towards: TranslationTable,
  unknown: number,
  missing: number,
): Float64Array {
  const isTranslated = new Uint8Array(side.stems.length);
  towards.targets.forEach((word, at) => {
    if ((towards.probabilities[at] ?? 0) > notable) isTranslated[word] = 1;
  });
  const perSentence = Array.from({ length: side.totals.length }, (_, sentence) => {
    let sum = 0;
    for (let at = side.starts[sentence] ?? 0; at < (side.starts[sentence + 1] ?? 0); at += 1) {
      sum += (side.counts[at] ?? 0) * (isTranslated[side.words[at] ?? 0] ? 1 : unknown);
    }
    return sum * missing;
  });
  return runningSums(perSentence);
}
