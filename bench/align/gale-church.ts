import type { AlignmentText, IndexBead } from "@/core/alignment/alignment";

/** Priors, variance and growth as published. */
const kinds = [
  { de: 1, en: 1, prior: 0.89 },
  { de: 1, en: 0, prior: 0.0099 / 2 },
  { de: 0, en: 1, prior: 0.0099 / 2 },
  { de: 2, en: 1, prior: 0.089 / 2 },
  { de: 1, en: 2, prior: 0.089 / 2 },
  { de: 2, en: 2, prior: 0.011 },
];
const variance = 6.8;

/**
 * The classic baseline, over the whole document: lengths in characters and nothing else. W. A. Gale and K. W. Church, "A Program for
 * Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993. The search stays within 200 sentences of the diagonal.
 */
export function galeChurch(de: AlignmentText, en: AlignmentText): IndexBead[] {
  const deLengths = de.sentences.map((sentence) => sentence.length);
  const enLengths = en.sentences.map((sentence) => sentence.length);
  const width = enLengths.length + 1;
  const cost = new Float64Array((deLengths.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const arrival = new Int8Array(cost.length).fill(-1);
  cost[0] = 0;
  for (let i = 0; i <= deLengths.length; i += 1) {
    const middle = (i * enLengths.length) / Math.max(1, deLengths.length);
    const low = Math.max(0, Math.floor(middle) - 200);
    const high = Math.min(enLengths.length, Math.ceil(middle) + 200);
    for (let j = low; j <= high; j += 1) {
      kinds.forEach((kind, index) => {
        const from = cost[(i - kind.de) * width + j - kind.en];
        if (i < kind.de || j < kind.en || from === undefined) return;
        const step = lengthCost(
          sum(deLengths, i - kind.de, i),
          sum(enLengths, j - kind.en, j),
          kind.prior,
        );
        if (from + step >= (cost[i * width + j] ?? 0)) return;
        cost[i * width + j] = from + step;
        arrival[i * width + j] = index;
      });
    }
  }
  return trace(arrival, deLengths.length, enLengths.length);
}

function trace(arrival: Int8Array, deLength: number, enLength: number): IndexBead[] {
  const beads: IndexBead[] = [];
  let i = deLength;
  let j = enLength;
  while (i > 0 || j > 0) {
    const kind = kinds[arrival[i * (enLength + 1) + j] ?? -1];
    if (!kind) throw new Error(`No way to sentence ${i} and ${j}`);
    i -= kind.de;
    j -= kind.en;
    beads.push({ de: range(i, kind.de), en: range(j, kind.en), probability: 1 });
  }
  return beads.reverse();
}

function lengthCost(deLength: number, enLength: number, prior: number): number {
  const mean = (deLength + enLength) / 2;
  const deviation = mean === 0 ? 0 : Math.abs(enLength - deLength) / Math.sqrt(mean * variance);
  return -Math.log(prior) - Math.log(Math.max(1e-12, 2 * upperTail(deviation)));
}

/** The standard normal distribution above z ≥ 0, after Abramowitz and Stegun 26.2.17. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

function sum(lengths: readonly number[], start: number, end: number): number {
  return lengths.slice(Math.max(0, start), end).reduce((total, length) => total + length, 0);
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, offset) => start + offset);
}
