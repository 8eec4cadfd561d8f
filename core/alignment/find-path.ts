import { type Band, cellOf } from "./band";
import type { BeadKind } from "./bead-kinds";

/** The log score of a bead of this kind whose first sentences are `deStart` and `enStart`, its prior included. */
export type BeadScorer = (kind: BeadKind, deStart: number, enStart: number) => number;

/** A bead as a stretch of both sides. */
export type Stretch = {
  readonly kind: BeadKind;
  readonly deStart: number;
  readonly enStart: number;
};

/** The sequence of beads of these kinds with the highest score that covers both sides and stays in the band, in order. */
export function findPath(band: Band, kinds: readonly BeadKind[], score: BeadScorer): Stretch[] {
  const deLength = band.low.length - 1;
  const enLength = band.high[deLength] ?? 0;
  const best = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  const arrival = new Int8Array(band.size).fill(-1);
  best[cellOf(band, 0, 0)] = 0;
  for (let de = 0; de <= deLength; de += 1) {
    for (let en = band.low[de] ?? 0; en <= (band.high[de] ?? -1); en += 1) {
      const here = best[cellOf(band, de, en)] ?? Number.NEGATIVE_INFINITY;
      if (here === Number.NEGATIVE_INFINITY) continue;
      for (let index = 0; index < kinds.length; index += 1) {
        const kind = kinds[index];
        if (!kind) continue;
        const target = cellOf(band, de + kind.de, en + kind.en);
        if (target < 0) continue;
        const total = here + score(kind, de, en);
        if (total <= (best[target] ?? 0)) continue;
        best[target] = total;
        arrival[target] = index;
      }
    }
  }
  return traceBack(band, kinds, arrival, deLength, enLength);
}

function traceBack(
  band: Band,
  kinds: readonly BeadKind[],
  arrival: Int8Array,
  deLength: number,
  enLength: number,
): Stretch[] {
  const path: Stretch[] = [];
  let de = deLength;
  let en = enLength;
  while (de > 0 || en > 0) {
    const kind = kinds[arrival[cellOf(band, de, en)] ?? -1];
    if (!kind)
      throw new Error(
        `The band does not lead to sentence ${de} of ${deLength} and ${en} of ${enLength}.`,
      );
    de -= kind.de;
    en -= kind.en;
    path.push({ kind, deStart: de, enStart: en });
  }
  return path.reverse();
}
