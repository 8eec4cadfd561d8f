/** Characters grow as a random walk: variance per character, less than the 6.8 of Gale and Church, whose corpus is of laws and debates. */
const variance = 5;

/** No pair of lengths is proof: beyond five standard deviations nothing more is lost. */
const maxDeviation = 5;

/**
 * Scores the lengths of a bead, in characters without white space, as a log-likelihood ratio against passages that have
 * nothing to do with each other. After W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora",
 * Computational Linguistics 19(1), 1993; the ratio of the two languages is taken from the document.
 */
export function lengthScorer(
  de: readonly string[],
  en: readonly string[],
): (deStart: number, deSize: number, enStart: number, enSize: number) => number {
  const deSums = lengthSums(de);
  const enSums = lengthSums(en);
  const deTotal = deSums[de.length] ?? 0;
  const enTotal = enSums[en.length] ?? 0;
  // English runs shorter; a document with much left out on one side must not bend the ratio further than translators do.
  const ratio = deTotal === 0 ? 1 : Math.min(1.1, Math.max(0.8, enTotal / deTotal));
  const background = Math.log(Math.max(1, enTotal / Math.max(1, en.length)));
  return (deStart, deSize, enStart, enSize) => {
    const deLength = (deSums[deStart + deSize] ?? 0) - (deSums[deStart] ?? 0);
    const enLength = (enSums[enStart + enSize] ?? 0) - (enSums[enStart] ?? 0);
    const spread = ((deLength + enLength / ratio) / 2) * variance + 1;
    const deviation = Math.min(
      maxDeviation,
      Math.abs(enLength - deLength * ratio) / Math.sqrt(spread),
    );
    return background - deviation ** 2 / 2 - Math.log(spread) / 2;
  };
}

/** At each index the length of all sentences before it. */
function lengthSums(sentences: readonly string[]): Float64Array {
  const sums = new Float64Array(sentences.length + 1);
  sentences.forEach((sentence, index) => {
    sums[index + 1] = (sums[index] ?? 0) + sentence.replace(/\s+/gu, "").length;
  });
  return sums;
}
