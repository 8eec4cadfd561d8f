import { beadPosteriors, type Lattice } from "./lattice";

/** Of all beads, before anything is known of a document; also the least and the most that is believed of one. */
const usual = 0.01;
const least = 0.004;
const most = 0.15;

/**
 * Fits the prior of sentences that only one side has to the document: how often it leaves out or adds is its own. Gives the lattice with
 * the scores of one-sided beads changed; `before` is how many beads the usual share counts for.
 */
export function fitOneSidedShare(lattice: Lattice, temperature: number, before: number): Lattice {
  const posterior = beadPosteriors(lattice, temperature);
  const expected = new Float64Array(lattice.kinds.length);
  posterior.forEach((share, bead) => {
    const kind = lattice.kind[bead] ?? 0;
    expected[kind] = (expected[kind] ?? 0) + share;
  });
  const all = expected.reduce((sum, count) => sum + count, 0);
  const change = lattice.kinds.map((kind, k) => {
    if (kind.de > 0 && kind.en > 0) return 0;
    const share = ((expected[k] ?? 0) + usual * before) / (all + before);
    return Math.log(Math.min(most, Math.max(least, share))) - kind.logPrior;
  });
  const scores = lattice.scores.map(
    (score, bead) => score + (change[lattice.kind[bead] ?? 0] ?? 0),
  );
  return { ...lattice, scores };
}
