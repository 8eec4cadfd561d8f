import type { IndexBead } from "./alignment";
import type { PairScorer } from "./find-crossings";

/** How much better two sentences must fit crosswise than in order, as a log-likelihood ratio. */
const clearly = 8;

/** A bead of two sentences a side whose translation has them the other way round becomes two beads that cross; any other stays. */
export function partSwapped(bead: IndexBead, score: PairScorer): IndexBead[] {
  const [firstDe, secondDe] = bead.de;
  const [firstEn, secondEn] = bead.en;
  if (bead.de.length !== 2 || bead.en.length !== 2) return [bead];
  if (firstDe === undefined || secondDe === undefined) return [bead];
  if (firstEn === undefined || secondEn === undefined) return [bead];
  const crosswise = [score(firstDe, secondEn), score(secondDe, firstEn)];
  const straight = [score(firstDe, firstEn), score(secondDe, secondEn)];
  const isSwapped =
    Math.min(...crosswise) > 0 && sum(crosswise) > clearly + Math.max(0, sum(straight));
  if (!isSwapped) return [bead];
  const { probability } = bead;
  return [
    { de: [firstDe], en: [secondEn], probability },
    { de: [secondDe], en: [firstEn], probability },
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
