import { type Band, cellOf } from "./band";
import type { BeadKind } from "./bead-kinds";
import type { BeadScorer, Stretch } from "./find-path";

/**
 * The beads of these kinds that are considered in a band, by number: none before those that lead to where it starts. Each has the cell it
 * starts in and the one it leads to, its kind as an index, and its score.
 */
export type Lattice = {
  readonly band: Band;
  readonly kinds: readonly BeadKind[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  readonly scores: Float32Array;
};

/** Asks for the scores row by row, in rising order, of the beads that `isConsidered`. */
export function scoreLattice(
  band: Band,
  kinds: readonly BeadKind[],
  score: BeadScorer,
  isConsidered: Considered,
): Lattice {
  const size = countBeads(band, kinds, isConsidered);
  const lattice = {
    band,
    kinds,
    from: new Int32Array(size),
    to: new Int32Array(size),
    kind: new Uint8Array(size),
    scores: new Float32Array(size),
  };
  let bead = 0;
  eachBead(band, kinds, isConsidered, (de, en, k, from, to) => {
    lattice.from[bead] = from;
    lattice.to[bead] = to;
    lattice.kind[bead] = k;
    const kind = kinds[k];
    if (kind) lattice.scores[bead] = score(kind, de, en);
    bead += 1;
  });
  return lattice;
}

type Considered = (kind: BeadKind, from: number, to: number) => boolean;

function countBeads(band: Band, kinds: readonly BeadKind[], isConsidered: Considered): number {
  let count = 0;
  eachBead(band, kinds, isConsidered, () => {
    count += 1;
  });
  return count;
}

function eachBead(
  band: Band,
  kinds: readonly BeadKind[],
  isConsidered: Considered,
  visit: (de: number, en: number, kind: number, from: number, to: number) => void,
): void {
  for (let de = 0; de < band.low.length; de += 1) {
    for (let en = band.low[de] ?? 0; en <= (band.high[de] ?? -1); en += 1) {
      const from = cellOf(band, de, en);
      for (let k = 0; k < kinds.length; k += 1) {
        const kind = kinds[k];
        if (!kind) continue;
        const to = cellOf(band, de + kind.de, en + kind.en);
        if (to >= 0 && isConsidered(kind, from, to)) visit(de, en, k, from, to);
      }
    }
  }
}

/** The probability of each bead by number: the share of all paths that use it, weighed by their scores. */
export type Posterior = Float32Array;

/**
 * The forward–backward algorithm over the lattice. Scores add up evidence that partly says the same, so that they are divided by
 * `temperature` first.
 */
export function beadPosteriors(lattice: Lattice, temperature: number): Posterior {
  const { band, from, to, scores } = lattice;
  const forward = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  for (let bead = 0; bead < scores.length; bead += 1) {
    const target = to[bead] ?? 0;
    const step = (forward[from[bead] ?? 0] ?? 0) + (scores[bead] ?? 0) / temperature;
    forward[target] = logSum(forward[target] ?? 0, step);
  }
  const backward = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  backward[band.size - 1] = 0;
  for (let bead = scores.length - 1; bead >= 0; bead -= 1) {
    const source = from[bead] ?? 0;
    const step = (backward[to[bead] ?? 0] ?? 0) + (scores[bead] ?? 0) / temperature;
    backward[source] = logSum(backward[source] ?? 0, step);
  }
  const all = forward[band.size - 1] ?? 0;
  return scores.map((score, bead) => {
    const way =
      (forward[from[bead] ?? 0] ?? 0) + score / temperature + (backward[to[bead] ?? 0] ?? 0) - all;
    return Math.min(1, Math.exp(way));
  });
}

/** The way through the lattice whose scores add up to most, as beads by number. */
export function bestPath({ band, from, to, scores }: Lattice): number[] {
  const best = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  const arrival = new Int32Array(band.size).fill(-1);
  best[0] = 0;
  for (let bead = 0; bead < scores.length; bead += 1) {
    const target = to[bead] ?? 0;
    const total = (best[from[bead] ?? 0] ?? 0) + (scores[bead] ?? 0);
    if (total <= (best[target] ?? 0)) continue;
    best[target] = total;
    arrival[target] = bead;
  }
  const path: number[] = [];
  for (let cell = band.size - 1; cell > 0; ) {
    const bead = arrival[cell] ?? -1;
    if (bead < 0) throw new Error(`The band does not lead to cell ${cell} of ${band.size}.`);
    path.push(bead);
    cell = from[bead] ?? 0;
  }
  return path.reverse();
}

/** What each bead of a way from the first sentences to the last is made of. */
export function stretchesOf({ kinds, kind }: Lattice, path: readonly number[]): Stretch[] {
  let deStart = 0;
  let enStart = 0;
  return path.flatMap((bead): Stretch[] => {
    const each = kinds[kind[bead] ?? -1];
    if (!each) return [];
    const stretch = { kind: each, deStart, enStart };
    deStart += each.de;
    enStart += each.en;
    return [stretch];
  });
}

function logSum(a: number, b: number): number {
  const high = a > b ? a : b;
  const gap = a > b ? b - a : a - b;
  return gap > -30 ? high + Math.log1p(Math.exp(gap)) : high;
}
