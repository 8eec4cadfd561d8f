import type { Group } from "./read-beads";

type Figures = { readonly precision: number; readonly recall: number; readonly f1: number };

export type Score = { readonly strict: Figures; readonly lax: Figures };

/** What one document has: a gold alignment and a proposed one. */
export type Judged = { readonly gold: readonly Group[]; readonly proposed: readonly Group[] };

/**
 * Precision, recall and F1 over the beads of some documents together, from 0 to 1. Strict: a bead is right only if both sides
 * match exactly. Lax: it is right if it links one sentence pair that the gold links. Empty-sided beads count in precision, not in
 * recall. As B. Thompson and P. Koehn define them, "Vecalign", EMNLP 2019, section 4.
 */
export function scoreBeads(documents: readonly Judged[]): Score {
  const found = { strict: 0, lax: 0, all: 0 };
  const wanted = { strict: 0, lax: 0, all: 0 };
  for (const { gold, proposed } of documents) {
    add(found, count(gold, proposed));
    add(wanted, count(proposed.filter(isPaired), gold.filter(isPaired)));
  }
  return {
    strict: figures(found.strict, found.all, wanted.strict, wanted.all),
    lax: figures(found.lax, found.all, wanted.lax, wanted.all),
  };
}

type Counts = { strict: number; lax: number; all: number };

function add(sum: Counts, counts: Counts): void {
  sum.strict += counts.strict;
  sum.lax += counts.lax;
  sum.all += counts.all;
}

/** How many of `judged` are right by `reference`. */
function count(reference: readonly Group[], judged: readonly Group[]): Counts {
  const exact = new Set(reference.map(keyOf));
  const partners = new Map<number, Set<number>>();
  for (const { de, en } of reference) {
    for (const sentence of de) {
      const known = partners.get(sentence) ?? new Set();
      for (const other of en) known.add(other);
      partners.set(sentence, known);
    }
  }
  const counts = { strict: 0, lax: 0, all: 0 };
  for (const group of unique(judged)) {
    const isExact = exact.has(keyOf(group));
    const isLinked = group.de.some((sentence) =>
      group.en.some((other) => partners.get(sentence)?.has(other)),
    );
    counts.all += 1;
    if (isExact) counts.strict += 1;
    if (isExact || isLinked) counts.lax += 1;
  }
  return counts;
}

function unique(groups: readonly Group[]): Iterable<Group> {
  const filled = groups.filter(({ de, en }) => de.length + en.length > 0);
  return new Map(filled.map((group) => [keyOf(group), group])).values();
}

export function keyOf({ de, en }: Group): string {
  return `${de.join(",")}:${en.join(",")}`;
}

function isPaired({ de, en }: Group): boolean {
  return de.length > 0 && en.length > 0;
}

function figures(right: number, found: number, hit: number, wanted: number): Figures {
  const precision = found === 0 ? 0 : right / found;
  const recall = wanted === 0 ? 0 : hit / wanted;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
