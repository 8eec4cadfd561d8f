import { type Band, bandAround, cellOf } from "./band";
import { beadKinds } from "./bead-kinds";
import type { BeadScorer, Stretch } from "./find-path";

/** How far from the path others are looked for, in sentences. Further away no likely alternative was seen. */
const slack = 6;

/** Scores add up evidence that partly says the same, so that their differences are overstated. */
const temperature = 1.2;

/**
 * For each bead of the path the share of all ways through its surroundings that use it, weighed by their scores: the forward–backward
 * algorithm. From 0 to 1; it rises with the margin over the alternatives.
 */
export function pathProbabilities(
  path: readonly Stretch[],
  deLength: number,
  enLength: number,
  score: BeadScorer,
): number[] {
  const band = bandAround(
    path.map(({ deStart, enStart }) => ({ de: deStart, en: enStart })),
    deLength,
    enLength,
    () => slack,
  );
  const soft: BeadScorer = (kind, de, en) => score(kind, de, en) / temperature;
  const backward = sumFromEnd(band, soft);
  const forward = sumFromStart(band, soft);
  const all = forward[cellOf(band, deLength, enLength)] ?? 0;
  return path.map(({ kind, deStart, enStart }) => {
    const before = forward[cellOf(band, deStart, enStart)] ?? 0;
    const after = backward[cellOf(band, deStart + kind.de, enStart + kind.en)] ?? 0;
    return Math.min(1, Math.exp(before + soft(kind, deStart, enStart) + after - all));
  });
}

function sumFromStart(band: Band, score: BeadScorer): Float64Array {
  const sums = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  sums[cellOf(band, 0, 0)] = 0;
  for (let de = 0; de < band.low.length; de += 1) {
    for (let en = band.low[de] ?? 0; en <= (band.high[de] ?? -1); en += 1) {
      const here = sums[cellOf(band, de, en)] ?? Number.NEGATIVE_INFINITY;
      for (const kind of beadKinds) {
        const target = cellOf(band, de + kind.de, en + kind.en);
        if (target < 0) continue;
        sums[target] = logSum(sums[target] ?? 0, here + score(kind, de, en));
      }
    }
  }
  return sums;
}

function sumFromEnd(band: Band, score: BeadScorer): Float64Array {
  const sums = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  sums[band.size - 1] = 0;
  for (let de = band.low.length - 1; de >= 0; de -= 1) {
    for (let en = band.high[de] ?? -1; en >= (band.low[de] ?? 0); en -= 1) {
      const here = cellOf(band, de, en);
      for (const kind of beadKinds) {
        const target = cellOf(band, de + kind.de, en + kind.en);
        if (target < 0) continue;
        sums[here] = logSum(sums[here] ?? 0, (sums[target] ?? 0) + score(kind, de, en));
      }
    }
  }
  return sums;
}

function logSum(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
