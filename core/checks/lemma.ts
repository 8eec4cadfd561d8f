import type { Lexicon } from "../alignment/lexicon/lexicon";
import type { Language } from "../article/language";
import { stemEnglish } from "../text/stem-english";
import { stemGerman } from "../text/stem-german";

/** What all forms of a word have in common: its number in the lexicon, or its stem where the lexicon does not know it. */
export function lemmaOf(word: string, language: Language, lexicon: Lexicon | null): string {
  const lower = word.toLowerCase();
  const stem = language === "de" ? stemGerman(lower) : stemEnglish(lower);
  const number = lexicon?.[language === "de" ? "german" : "english"].get(stem);
  return number === undefined ? stem : `#${number}`;
}
