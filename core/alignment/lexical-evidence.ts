import type { DocumentWords } from "./document-words";
import type { Translations } from "./known-translations";
import { type TranslationTable, transpose } from "./translation-table";

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
  /** The score of German sentences `deStart` … and English ones `enStart` …, all prepared; sizes at least 1. */
  readonly score: (deStart: number, deSize: number, enStart: number, enSize: number) => number;
  /** Its parts, which add up to it: what is gained by words that are explained on each side, and what all of them cost (below 0). */
  readonly gainInEnglish: PassageScore;
  readonly gainInGerman: PassageScore;
  readonly cost: PassageScore;
};

type PassageScore = (deStart: number, deSize: number, enStart: number, enSize: number) => number;

type Row = {
  /** The first English sentence compared. */
  start: number;
  /** For each English word of those sentences: how much of it this sentence explains, over its background. */
  toEnglish: Float32Array;
  /** For each of those sentences, for each word of the German one, how much of it that sentence explains. */
  toGerman: Float32Array;
};

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
  const explain = rowExplainer(de, en, translations);
  const rows: Row[] = Array.from({ length: rowsKept }, () => ({
    start: 0,
    toEnglish: new Float32Array(0),
    toGerman: new Float32Array(0),
  }));
  const deTotals = runningSums(de.totals);
  const enTotals = runningSums(en.totals);
  const half = weight / 2;
  const missing = half * Math.log(rest);
  const deMissing = missingSums(de, translations.toGerman, weights.unknown, missing);
  const enMissing = missingSums(en, translations.toEnglish, weights.unknown, missing);

  let shares = new Float32Array(1024);

  function prepare(row: number, start: number, end: number): void {
    const kept = rows[row % rowsKept];
    if (kept) explain(kept, row, start, end);
  }

  function cost(deStart: number, deSize: number, enStart: number, enSize: number): number {
    return (
      (deMissing[deStart + deSize] ?? 0) -
      (deMissing[deStart] ?? 0) +
      (enMissing[enStart + enSize] ?? 0) -
      (enMissing[enStart] ?? 0)
    );
  }

  function gainInEnglish(deStart: number, deSize: number, enStart: number, enSize: number): number {
    const words = (deTotals[deStart + deSize] ?? 0) - (deTotals[deStart] ?? 0);
    const factor = accounted / rest / (words + 1);
    return half * explainedEnglish(deStart, deStart + deSize, enStart, enStart + enSize, factor);
  }

  function gainInGerman(deStart: number, deSize: number, enStart: number, enSize: number): number {
    const words = (enTotals[enStart + enSize] ?? 0) - (enTotals[enStart] ?? 0);
    const factor = accounted / rest / (words + 1);
    return half * explainedGerman(deStart, deStart + deSize, enStart, enStart + enSize, factor);
  }

  function score(deStart: number, deSize: number, enStart: number, enSize: number): number {
    return (
      cost(deStart, deSize, enStart, enSize) +
      gainInEnglish(deStart, deSize, enStart, enSize) +
      gainInGerman(deStart, deSize, enStart, enSize)
    );
  }

  function explainedEnglish(
    deStart: number,
    deEnd: number,
    enStart: number,
    enEnd: number,
    factor: number,
  ): number {
    const first = en.starts[enStart] ?? 0;
    const length = (en.starts[enEnd] ?? 0) - first;
    const kept = rows[deStart % rowsKept];
    if (!kept) return 0;
    const offset = first - (en.starts[kept.start] ?? 0);
    if (deEnd - deStart === 1) {
      return sumOfLogs(kept.toEnglish, offset, en.counts, first, length, factor);
    }
    clearShares(length);
    for (let row = deStart; row < deEnd; row += 1) {
      const each = rows[row % rowsKept];
      if (each) addShares(each.toEnglish, first - (en.starts[each.start] ?? 0), length);
    }
    return sumOfLogs(shares, 0, en.counts, first, length, factor);
  }

  function explainedGerman(
    deStart: number,
    deEnd: number,
    enStart: number,
    enEnd: number,
    factor: number,
  ): number {
    let sum = 0;
    for (let row = deStart; row < deEnd; row += 1) {
      const kept = rows[row % rowsKept];
      if (!kept) continue;
      const { toGerman, start } = kept;
      const first = de.starts[row] ?? 0;
      const size = (de.starts[row + 1] ?? 0) - first;
      if (enEnd - enStart === 1) {
        sum += sumOfLogs(toGerman, (enStart - start) * size, de.counts, first, size, factor);
        continue;
      }
      clearShares(size);
      for (let other = enStart; other < enEnd; other += 1) {
        addShares(toGerman, (other - start) * size, size);
      }
      sum += sumOfLogs(shares, 0, de.counts, first, size, factor);
    }
    return sum;
  }

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

/** Fills a row; the arrays between calls are kept, so that nothing is made anew per sentence. */
function rowExplainer(de: DocumentWords, en: DocumentWords, translations: Translations) {
  const { toEnglish } = translations;
  const fromEnglish = transpose(translations.toGerman, de.stems.length);
  const share = new Float32Array(en.stems.length);
  // For each English word, a linked list of the words of this German sentence that it explains.
  const head = new Int32Array(en.stems.length).fill(-1);
  let nextLink = new Int32Array(1024);
  let linkWord = new Int32Array(1024);
  let linkShare = new Float32Array(1024);

  return (kept: Row, row: number, start: number, end: number): void => {
    const first = de.starts[row] ?? 0;
    const last = de.starts[row + 1] ?? 0;
    const base = en.starts[start] ?? 0;
    const size = last - first;
    const width = (en.starts[end] ?? 0) - base;
    kept.start = start;
    kept.toEnglish = cleared(kept.toEnglish, width);
    kept.toGerman = cleared(kept.toGerman, size * (end - start));
    let links = 0;
    for (let at = first; at < last; at += 1) {
      const word = de.words[at] ?? 0;
      const count = de.counts[at] ?? 0;
      for (let k = toEnglish.starts[word] ?? 0; k < (toEnglish.starts[word + 1] ?? 0); k += 1) {
        const target = toEnglish.targets[k] ?? 0;
        share[target] = (share[target] ?? 0) + count * (toEnglish.probabilities[k] ?? 0);
      }
      const from = fromEnglish.starts[word] ?? 0;
      const to = fromEnglish.starts[word + 1] ?? 0;
      if (links + to - from > nextLink.length) {
        const more = 2 * (links + to - from);
        nextLink = enlarged(nextLink, more);
        linkWord = enlarged(linkWord, more);
        const longer = new Float32Array(more);
        longer.set(linkShare);
        linkShare = longer;
      }
      const background = de.background[word] ?? 1;
      for (let k = from; k < to; k += 1) {
        const source = fromEnglish.targets[k] ?? 0;
        linkWord[links] = at - first;
        linkShare[links] = (fromEnglish.probabilities[k] ?? 0) / background;
        nextLink[links] = head[source] ?? -1;
        head[source] = links;
        links += 1;
      }
    }
    for (let other = start; other < end; other += 1) {
      const offset = (other - start) * size;
      for (let at = en.starts[other] ?? 0; at < (en.starts[other + 1] ?? 0); at += 1) {
        const word = en.words[at] ?? 0;
        const explained = share[word] ?? 0;
        if (explained > 0) kept.toEnglish[at - base] = explained / (en.background[word] ?? 1);
        for (let link = head[word] ?? -1; link >= 0; link = nextLink[link] ?? -1) {
          const place = offset + (linkWord[link] ?? 0);
          kept.toGerman[place] =
            (kept.toGerman[place] ?? 0) + (en.counts[at] ?? 0) * (linkShare[link] ?? 0);
        }
      }
    }
    for (let at = first; at < last; at += 1) {
      const word = de.words[at] ?? 0;
      for (let k = toEnglish.starts[word] ?? 0; k < (toEnglish.starts[word + 1] ?? 0); k += 1) {
        share[toEnglish.targets[k] ?? 0] = 0;
      }
      for (let k = fromEnglish.starts[word] ?? 0; k < (fromEnglish.starts[word + 1] ?? 0); k += 1) {
        head[fromEnglish.targets[k] ?? 0] = -1;
      }
    }
  };
}

/** The evidence of words, from how much of each is explained. Factors are multiplied up: a logarithm each would take most of the time. */
function sumOfLogs(
  shares: Float32Array,
  offset: number,
  counts: Uint16Array,
  first: number,
  length: number,
  factor: number,
): number {
  let sum = 0;
  let product = 1;
  for (let at = 0; at < length; at += 1) {
    const share = shares[offset + at] ?? 0;
    if (share === 0) continue;
    const explained = 1 + factor * share;
    const count = counts[first + at] ?? 0;
    if (count === 1) product *= explained;
    else sum += count * Math.log(explained);
    if (product > 1e250) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}

function cleared(array: Float32Array, size: number): Float32Array {
  if (array.length < size) return new Float32Array(Math.ceil(size * 1.5));
  return array.fill(0, 0, size);
}

function enlarged(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(size);
  longer.set(array);
  return longer;
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
