import type { Language } from "@/core/article/language";

/** How much of a text both halves need before its spelling says anything. */
const leastTrigrams = 600;

/** Neighbouring letters depend on each other, so that each run of three counts as a third. */
const independent = 1 / 3;

/**
 * Log-odds of German against English by runs of three letters, learned from the two halves of this very document: where a half begins, the lines
 * are often headlines without a single function word. Names say nothing. `null` where the document is too short to learn from.
 *
 * @param names words that stand in both halves (see `sharedWords`)
 */
export function spellingEvidence(
  learned: Readonly<Record<Language, string>>,
  names: ReadonlySet<string>,
): ((text: string) => number) | null {
  const de = trigramCounts(learned.de);
  const en = trigramCounts(learned.en);
  if (de.total < leastTrigrams || en.total < leastTrigrams) return null;
  const kinds = new Set([...de.counts.keys(), ...en.counts.keys()]).size;
  const share = ({ counts, total }: Trigrams, run: string) =>
    ((counts.get(run) ?? 0) + 0.5) / (total + 0.5 * kinds);
  return (text) =>
    trigrams(wordsOf(text).filter((word) => !names.has(word))).reduce(
      (sum, run) => sum + independent * Math.log(share(de, run) / share(en, run)),
      0,
    );
}

type Trigrams = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

function trigramCounts(text: string): Trigrams {
  const runs = trigrams(wordsOf(text));
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return { counts, total: runs.length };
}

/** Words of both texts, in lower case. */
export function sharedWords(german: string, english: string): Set<string> {
  const words = new Set(wordsOf(english));
  return new Set(wordsOf(german).filter((word) => words.has(word)));
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(/\p{L}+/gu)].map(([word]) => word.toLowerCase());
}

function trigrams(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3));
  });
}
