import type { PhrasePair, WordForms } from "./build-lexicon";

/** The first equivalent of a headword counts whole, the fifth less than half. */
const declinePerPlace = 0.3;

/** The pairs of a lexicon in the format of `docs/lexicon.md`: headword, tab, equivalents, the commonest first. */
export function readPhrasePairs(tsv: string): PhrasePair[] {
  return readLines(tsv).flatMap(([de, equivalents]) =>
    equivalents.map((en, place) => ({ de, en, weight: 1 / (1 + declinePerPlace * place) })),
  );
}

/** The irregular forms of headwords, in the same format. */
export function readWordForms(tsv: string): WordForms {
  return new Map(readLines(tsv));
}

/** The headwords of a file in that format with what stands behind them, in its order. */
export function readLines(tsv: string): [headword: string, entries: string[]][] {
  return tsv.split("\n").flatMap((line): [string, string[]][] => {
    const tab = line.indexOf("\t");
    if (line.startsWith("#") || tab < 1) return [];
    return [[line.slice(0, tab), line.slice(tab + 1).split("; ")]];
  });
}
