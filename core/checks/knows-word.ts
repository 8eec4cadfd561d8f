import type { Lexicon } from "../alignment/lexicon/lexicon";
import type { Language } from "../article/language";
import { splitCompound } from "../text/split-compound";
import { stemEnglish } from "../text/stem-english";
import { stemGerman } from "../text/stem-german";

/** Whether a lexicon has a word of a language, in any form. */
export function knows(lexicon: Lexicon, word: string, language: Language): boolean {
  const lower = word.toLowerCase();
  return language === "de"
    ? lexicon.german.has(stemGerman(lower))
    : lexicon.english.has(stemEnglish(lower));
}

/** Whether a German word is known, or made of two words that are. */
export function knowsCompound(lexicon: Lexicon, word: string): boolean {
  const stem = stemGerman(word.toLowerCase());
  if (lexicon.german.has(stem)) return true;
  return splitCompound(stem, (part) => lexicon.german.has(part)) !== null;
}
