import type { Band } from "./band";
import type { BeadKind } from "./bead-kinds";
import type { BeadScorer } from "./find-path";
import type { LexicalScorer } from "./lexical-evidence";

/** How many rows of a lexical scorer a search over these beads needs at once. */
export function rowsNeeded(kinds: readonly BeadKind[]): number {
  return Math.max(...kinds.map(({ de }) => de));
}

/** Scores beads with all evidence; words are compared as the search goes down the band, and only there. */
export function rowScorer(
  band: Band,
  rowsKept: number,
  lexical: LexicalScorer,
  other: BeadScorer,
): BeadScorer {
  const deLength = band.low.length - 1;
  let prepared = 0;
  const prepareUpTo = (end: number) => {
    for (; prepared < end; prepared += 1) {
      const start = band.low[Math.max(0, prepared - rowsKept + 1)] ?? 0;
      lexical.prepare(prepared, start, band.high[Math.min(deLength, prepared + rowsKept)] ?? 0);
    }
  };
  return (kind, de, en) => {
    const plain = kind.logPrior + other(kind, de, en);
    if (kind.de === 0 || kind.en === 0) return plain;
    prepareUpTo(Math.min(deLength, de + rowsKept));
    return plain + lexical.score(de, kind.de, en, kind.en);
  };
}
