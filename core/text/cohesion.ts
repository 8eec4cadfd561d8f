import type { Language } from "../article/language";
import { findWords } from "./find-words";
import { isFunctionWord } from "./function-words";
import { stemEnglish } from "./stem-english";
import { stemGerman } from "./stem-german";

/**
 * From 0 to 1, for each place between the passages of one language: how much the passages before it and after it have in common, as the cosine of
 * their content words. A word that stands in most passages counts little, one that stands in few counts much. The first place is 1.
 *
 * @param reach how many passages on either side are compared
 */
export function cohesion(passages: readonly string[], language: Language, reach: number): number[] {
  const counted = passages.map((passage) => contentCounts(passage, language));
  const spread = new Map<string, number>();
  for (const counts of counted) {
    for (const stem of counts.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  }
  const weigh = (stem: string) => Math.log((passages.length + 1) / (spread.get(stem) ?? 1));
  return counted.map((_, place) => {
    if (place === 0) return 1;
    const before = sum(counted.slice(Math.max(0, place - reach), place), weigh);
    return cosine(before, sum(counted.slice(place, place + reach), weigh));
  });
}

/**
 * For each passage: how many content words are new in it and come again soon, each at most twice. A person or country that enters and stays is the
 * clearest sign of a new topic.
 *
 * @param reach in how many passages after it
 */
export function introductions(
  passages: readonly string[],
  language: Language,
  reach: number,
): number[] {
  const counted = passages.map((passage) => contentCounts(passage, language));
  const seen = new Set<string>();
  return counted.map((counts, place) => {
    const fresh = [...counts.keys()].filter((stem) => !seen.has(stem));
    for (const stem of fresh) seen.add(stem);
    const soon = counted.slice(place + 1, place + 1 + reach);
    const returns = fresh.map((stem) => soon.filter((later) => later.has(stem)).length);
    return returns.reduce((total, times) => total + Math.min(2, times), 0);
  });
}

type Counts = ReadonlyMap<string, number>;

function contentCounts(text: string, language: Language): Counts {
  const stem = language === "de" ? stemGerman : stemEnglish;
  const counts = new Map<string, number>();
  for (const { text: word } of findWords(text)) {
    if (isFunctionWord(word, language)) continue;
    const term = stem(word);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function sum(all: readonly Counts[], weigh: (stem: string) => number): Counts {
  const total = new Map<string, number>();
  for (const counts of all) {
    for (const [stem, count] of counts) {
      total.set(stem, (total.get(stem) ?? 0) + count * weigh(stem));
    }
  }
  return total;
}

function cosine(a: Counts, b: Counts): number {
  let product = 0;
  for (const [stem, weight] of a) product += weight * (b.get(stem) ?? 0);
  const norm = Math.sqrt(squares(a) * squares(b));
  return norm === 0 ? 0 : product / norm;
}

function squares(counts: Counts): number {
  return [...counts.values()].reduce((total, weight) => total + weight * weight, 0);
}
