import { type Band, cellOf } from "./band";
import type { BeadKind } from "./bead-kinds";
import type { BeadScorer, Stretch } from "./find-path";

/**
 * Beads of these kinds that lie in a band, scored: bead k that starts in cell c has `scores[c * kinds.length + k]`, which is -Infinity for
 * one that is not considered.
 */
export type Lattice = {
  readonly band: Band;
  readonly kinds: readonly BeadKind[];
  readonly scores: Float32Array;
};

/** Asks for the scores row by row, in rising order, of the beads that `isConsidered`. */
export function scoreLattice(
  band: Band,
  kinds: readonly BeadKind[],
  score: BeadScorer,
  isConsidered: (kind: BeadKind, from: number, to: number) => boolean,
): Lattice {
  const scores = new Float32Array(band.size * kinds.length).fill(Number.NEGATIVE_INFINITY);
  for (let de = 0; de < band.low.length; de += 1) {
    for (let en = band.low[de] ?? 0; en <= (band.high[de] ?? -1); en += 1) {
      const cell = cellOf(band, de, en);
      for (let k = 0; k < kinds.length; k += 1) {
        const kind = kinds[k];
        if (!kind) continue;
        const target = cellOf(band, de + kind.de, en + kind.en);
        if (target < 0 || !isConsidered(kind, cell, target)) continue;
        scores[cell * kinds.length + k] = score(kind, de, en);
      }
    }
  }
  return { band, kinds, scores };
}

/** The probability of each bead, in the places of the scores: the share of all paths that use it, weighed by their scores. */
export type Posterior = Float32Array;

/**
 * The forward–backward algorithm over the lattice. Scores add up evidence that partly says the same, so that they are divided by
 * `temperature` first.
 */
export function beadPosteriors(lattice: Lattice, temperature: number): Posterior {
  const { band, scores } = lattice;
  const forward = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  eachBead(lattice, (from, to, place) => {
    const step = (forward[from] ?? 0) + (scores[place] ?? 0) / temperature;
    forward[to] = logSum(forward[to] ?? 0, step);
  });
  const backward = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  backward[band.size - 1] = 0;
  eachBeadBackwards(lattice, (from, to, place) => {
    const step = (backward[to] ?? 0) + (scores[place] ?? 0) / temperature;
    backward[from] = logSum(backward[from] ?? 0, step);
  });
  const all = forward[band.size - 1] ?? 0;
  const posterior = new Float32Array(scores.length);
  eachBead(lattice, (from, to, place) => {
    const step = (scores[place] ?? 0) / temperature;
    const way = (forward[from] ?? 0) + step + (backward[to] ?? 0) - all;
    posterior[place] = Math.min(1, Math.exp(way));
  });
  return posterior;
}

/** Where the score of a bead stands. */
export function placeOf({ band, kinds }: Lattice, { kind, deStart, enStart }: Stretch): number {
  return cellOf(band, deStart, enStart) * kinds.length + kinds.indexOf(kind);
}

/** The path whose values add up to most; `value` has the places of the scores. */
export function bestPath(lattice: Lattice, value: Float32Array): Stretch[] {
  const { band, kinds } = lattice;
  const best = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  const arrival = new Int8Array(band.size).fill(-1);
  best[0] = 0;
  eachBead(lattice, (from, to, place) => {
    const total = (best[from] ?? 0) + (value[place] ?? 0);
    if (total <= (best[to] ?? 0)) return;
    best[to] = total;
    arrival[to] = place % kinds.length;
  });
  return traceBack(band, kinds, arrival);
}

function traceBack(band: Band, kinds: readonly BeadKind[], arrival: Int8Array): Stretch[] {
  const path: Stretch[] = [];
  let de = band.low.length - 1;
  let en = band.high[de] ?? 0;
  while (de > 0 || en > 0) {
    const kind = kinds[arrival[cellOf(band, de, en)] ?? -1];
    if (!kind) throw new Error(`The band does not lead to sentences ${de} and ${en}.`);
    de -= kind.de;
    en -= kind.en;
    path.push({ kind, deStart: de, enStart: en });
  }
  return path.reverse();
}

type Visit = (from: number, to: number, place: number) => void;

/** Visits all beads that are considered, none before those that lead to where it starts. */
function eachBead({ band, kinds, scores }: Lattice, visit: Visit): void {
  let cell = 0;
  for (let de = 0; de < band.low.length; de += 1) {
    for (let en = band.low[de] ?? 0; en <= (band.high[de] ?? -1); en += 1) {
      for (let k = 0; k < kinds.length; k += 1) {
        const place = cell * kinds.length + k;
        if (scores[place] === Number.NEGATIVE_INFINITY) continue;
        visit(cell, targetOf(band, kinds[k], de, en), place);
      }
      cell += 1;
    }
  }
}

function eachBeadBackwards({ band, kinds, scores }: Lattice, visit: Visit): void {
  let cell = band.size - 1;
  for (let de = band.low.length - 1; de >= 0; de -= 1) {
    for (let en = band.high[de] ?? -1; en >= (band.low[de] ?? 0); en -= 1) {
      for (let k = 0; k < kinds.length; k += 1) {
        const place = cell * kinds.length + k;
        if (scores[place] === Number.NEGATIVE_INFINITY) continue;
        visit(cell, targetOf(band, kinds[k], de, en), place);
      }
      cell -= 1;
    }
  }
}

function targetOf(band: Band, kind: BeadKind | undefined, de: number, en: number): number {
  return (band.offset[de + (kind?.de ?? 0)] ?? 0) + en + (kind?.en ?? 0);
}

function logSum(a: number, b: number): number {
  const high = a > b ? a : b;
  const gap = a > b ? b - a : a - b;
  return gap > -30 ? high + Math.log1p(Math.exp(gap)) : high;
}
