import type { DocumentWords } from "./document-words";
import type { Translations } from "./known-translations";
import { transpose } from "./translation-table";

/** What one German sentence and each of a stretch of English ones explain of each other. */
export type Row = {
  /** The first English sentence compared, and how many are. */
  start: number;
  width: number;
  /** For each English word of those sentences: how much of it this sentence explains, over its background. */
  toEnglish: Float32Array;
  /** For each of those sentences, for each word of the German one, how much of it that sentence explains. */
  toGerman: Float32Array;
  /** For each of those sentences, the sums of logarithms for this pair alone: they are asked for most. */
  pairInEnglish: Float32Array;
  pairInGerman: Float32Array;
  /** The same for two and more sentences together, from this one on: found when first asked for, NaN until then. */
  passageInEnglish: Float64Array;
  passageInGerman: Float64Array;
};

export function newRow(): Row {
  return {
    start: 0,
    width: 0,
    toEnglish: new Float32Array(0),
    toGerman: new Float32Array(0),
    pairInEnglish: new Float32Array(0),
    pairInGerman: new Float32Array(0),
    passageInEnglish: new Float64Array(0),
    passageInGerman: new Float64Array(0),
  };
}

/** Fills a row; the arrays between calls are kept, so that nothing is made anew per sentence. */
export function explainRow(
  de: DocumentWords,
  en: DocumentWords,
  translations: Translations,
  odds: number,
) {
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
    kept.width = end - start;
    kept.toEnglish = cleared(kept.toEnglish, width);
    kept.toGerman = cleared(kept.toGerman, size * (end - start));
    kept.pairInEnglish = cleared(kept.pairInEnglish, end - start);
    kept.pairInGerman = cleared(kept.pairInGerman, end - start);
    const englishFactor = odds / ((de.totals[row] ?? 0) + 1);
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
      let logs = 0;
      let product = 1;
      let isMet = false;
      for (let at = en.starts[other] ?? 0; at < (en.starts[other + 1] ?? 0); at += 1) {
        const word = en.words[at] ?? 0;
        const explained = share[word] ?? 0;
        if (explained > 0) {
          const lift = explained / (en.background[word] ?? 1);
          kept.toEnglish[at - base] = lift;
          const count = en.counts[at] ?? 0;
          if (count === 1) product *= 1 + englishFactor * lift;
          else logs += count * Math.log(1 + englishFactor * lift);
          if (product > muchProduct) {
            logs += Math.log(product);
            product = 1;
          }
        }
        for (let link = head[word] ?? -1; link >= 0; link = nextLink[link] ?? -1) {
          isMet = true;
          const place = offset + (linkWord[link] ?? 0);
          kept.toGerman[place] =
            (kept.toGerman[place] ?? 0) + (en.counts[at] ?? 0) * (linkShare[link] ?? 0);
        }
      }
      kept.pairInEnglish[other - start] = logs + Math.log(product);
      if (!isMet) continue;
      const germanFactor = odds / ((en.totals[other] ?? 0) + 1);
      kept.pairInGerman[other - start] = sumOfLogs(
        kept.toGerman,
        offset,
        de.counts,
        first,
        size,
        germanFactor,
      );
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

// Far enough from the largest number that one more factor cannot reach it.
const muchProduct = 1e250;

/** The evidence of words, from how much of each is explained. Factors are multiplied up: a logarithm each would take most of the time. */
export function sumOfLogs(
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
    if (product > muchProduct) {
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
