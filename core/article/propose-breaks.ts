import type { IndexBead } from "../alignment/alignment";
import { cohesion, introductions } from "../text/cohesion";
import { pointsBack } from "../text/points-back";
import { type Language, languages } from "./language";
import type { Paragraphs } from "./project-breaks";

/** Characters of the longer side. What is shorter than a long stretch stays as it is; a proposed paragraph is about as long as one in a newspaper. */
const longStretch = 1000;
const usualLength = 700;
const leastLength = 260;

/**
 * What makes a break cheap or dear, beside an even length: a place where the words change; words that enter and stay, up to three; a sentence that
 * leans on the one before. On articles without their breaks, 43 % of the breaks proposed were the author's (30 % by chance).
 */
const shiftWeight = 1.6;
const entryWeight = 0.3;
const mostEntries = 3;
const leaningCost = 1;
const breakCost = 0.5;

/** Sentences on either side of a place whose words are compared. */
const reach = 5;

export type ProposedBreaks = {
  readonly paragraphs: Paragraphs;
  /** The first sentence of each proposed paragraph, by index. */
  readonly starts: Readonly<Record<Language, ReadonlySet<number>>>;
};

/**
 * Breaks stretches in which neither side begins a paragraph for long, so that rows stay readable: where the words before and after have little in
 * common in both languages (after M. Hearst, TextTiling, 1997), at even lengths, and not before a sentence that leans on the one before it. Only
 * where a bead begins and nothing crosses. They are the machine's and to be marked as such.
 */
export function proposeBreaks(
  beads: readonly Pick<IndexBead, Language>[],
  paragraphs: Paragraphs,
  sentences: Readonly<Record<Language, readonly string[]>>,
): ProposedBreaks {
  const starts = { de: new Set<number>(), en: new Set<number>() };
  for (const stretch of stretchesOf(unitsOf(beads, sentences), paragraphs)) {
    for (const { start } of breaksWithin(stretch)) {
      for (const language of languages) starts[language].add(start[language]);
    }
  }
  return {
    paragraphs: {
      de: renumber(paragraphs.de, starts.de),
      en: renumber(paragraphs.en, starts.en),
    },
    starts,
  };
}

/** What no bead reaches out of: the smallest piece that could be a row. */
type Unit = {
  readonly start: Readonly<Record<Language, number>>;
  readonly text: Readonly<Record<Language, string>>;
  readonly length: number;
};

function unitsOf(
  beads: readonly Pick<IndexBead, Language>[],
  sentences: Readonly<Record<Language, readonly string[]>>,
): Unit[] {
  const units: Unit[] = [];
  const done = { de: 0, en: 0 };
  const reached = { de: 0, en: 0 };
  let start = { ...done };
  for (const bead of beads) {
    for (const language of languages) {
      done[language] += bead[language].length;
      reached[language] = Math.max(reached[language], ...bead[language].map((index) => index + 1));
    }
    if (languages.some((language) => done[language] !== reached[language])) continue;
    const text = {
      de: sentences.de.slice(start.de, done.de).join(" "),
      en: sentences.en.slice(start.en, done.en).join(" "),
    };
    units.push({ start, text, length: Math.max(text.de.length, text.en.length) });
    start = { ...done };
  }
  return units;
}

/** Units between which neither side has a break. */
function stretchesOf(units: readonly Unit[], paragraphs: Paragraphs): Unit[][] {
  const stretches: Unit[][] = [];
  for (const unit of units) {
    const begins = languages.some((language) => {
      const at = unit.start[language];
      return at > 0 && paragraphs[language][at] !== paragraphs[language][at - 1];
    });
    if (begins || stretches.length === 0) stretches.push([unit]);
    else stretches.at(-1)?.push(unit);
  }
  return stretches;
}

/** The cheapest way to divide a stretch, by dynamic programming over the places where a unit begins. */
function breaksWithin(units: readonly Unit[]): Unit[] {
  const ends = [0];
  for (const { length } of units) ends.push((ends.at(-1) ?? 0) + length);
  if ((ends.at(-1) ?? 0) < longStretch) return [];
  const costs = breakCosts(units);
  const best = [0];
  const from = [0];
  for (let end = 1; end <= units.length; end += 1) {
    let cheapest = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start -= 1) {
      const length = (ends[end] ?? 0) - (ends[start] ?? 0);
      const cost = (best[start] ?? 0) + lengthCost(length) + (costs[start] ?? 0);
      if (cost < cheapest) {
        cheapest = cost;
        from[end] = start;
      }
      if (length > 4 * usualLength) break;
    }
    best[end] = cheapest;
  }
  const found: Unit[] = [];
  for (let at = from[units.length] ?? 0; at > 0; at = from[at] ?? 0) {
    found.push(...units.slice(at, at + 1));
  }
  return found.reverse();
}

function lengthCost(length: number): number {
  const deviation = (length - usualLength) / usualLength;
  return deviation * deviation + (length < leastLength ? 1 : 0);
}

/** For each place: little where the topic shifts, more within one. The start of the stretch costs nothing. */
function breakCosts(units: readonly Unit[]): number[] {
  const sides = languages.map((language) => {
    const passages = units.map(({ text }) => text[language]);
    return {
      held: cohesion(passages, language, reach),
      entries: introductions(passages, language, reach),
    };
  });
  const held = units.map((_, place) => mean(sides.map((side) => side.held[place] ?? 0)));
  return units.map(({ text }, place) => {
    if (place === 0) return 0;
    const depth = peak(held, place, -1) + peak(held, place, 1) - 2 * (held[place] ?? 0);
    const entries = mean(sides.map((side) => side.entries[place] ?? 0));
    const leans = languages.some((language) => pointsBack(text[language], language));
    return (
      breakCost -
      shiftWeight * depth -
      entryWeight * Math.min(mostEntries, entries) +
      (leans ? leaningCost : 0)
    );
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How high cohesion rises in one direction before it falls again. */
function peak(held: readonly number[], place: number, step: 1 | -1): number {
  let highest = held[place] ?? 0;
  for (let at = place + step; at > 0 && at < held.length; at += step) {
    const value = held[at] ?? 0;
    if (value < highest) break;
    highest = value;
  }
  return highest;
}

function renumber(paragraphs: readonly number[], starts: ReadonlySet<number>): number[] {
  let paragraph = 0;
  return paragraphs.map((own, index) => {
    if (index > 0 && (own !== paragraphs[index - 1] || starts.has(index))) paragraph += 1;
    return paragraph;
  });
}
