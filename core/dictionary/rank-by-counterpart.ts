import { type Language, otherLanguage } from "../article/language";
import type { DictionaryEntry } from "./dictionary-entry";
import { keyOf } from "./key-of";

export type RankedEntry = {
  readonly headword: string;
  readonly equivalents: readonly { readonly text: string; readonly isHere: boolean }[];
};

/** The sense that is used here first: what stands in the counterpart, which is in the language of the equivalents. */
export function rankByCounterpart(
  entries: readonly DictionaryEntry[],
  language: Language,
  counterpart: string,
): readonly RankedEntry[] {
  const other = otherLanguage(language);
  const wordsOf = (text: string) => text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const there = new Set(wordsOf(counterpart).map((word) => keyOf(word, other)));
  const isHere = (text: string) => wordsOf(text).every((word) => there.has(keyOf(word, other)));
  const ranked = entries.map(({ headword, equivalents }) => ({
    headword,
    equivalents: equivalents
      .map((text) => ({ text, isHere: isHere(text) }))
      .sort((a, b) => Number(b.isHere) - Number(a.isHere)),
  }));
  const isUsed = ({ equivalents }: RankedEntry) => Number(equivalents[0]?.isHere ?? false);
  return ranked.sort((a, b) => isUsed(b) - isUsed(a));
}
