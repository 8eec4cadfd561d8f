import type { Lexicon } from "../alignment/lexicon/lexicon";
import type { Language } from "../article/language";
import { splitCompound } from "../text/split-compound";
import { stemEnglish } from "../text/stem-english";
import { stemGerman } from "../text/stem-german";

/** Whether a lexicon has a word of a language, in any form. */
export function knows(lexicon: Lexicon, word: string, language: Language): boolean {
  const lower = word.toLowerCase();
  return language === "de" ? knowsStem(lexicon, lower) : lexicon.english.has(stemEnglish(lower));
}

/** The stemmer takes "em" off "Problem" and "e" off "Probleme": both stems are asked for. */
function knowsStem({ german }: Lexicon, lower: string): boolean {
  const stem = stemGerman(lower);
  if (german.has(stem)) return true;
  const again = stemGerman(stem);
  return again !== stem && german.has(again);
}

/** Whether a German word is known, or made of two words that are. */
export function knowsCompound(lexicon: Lexicon, word: string): boolean {
  const lower = word.toLowerCase();
  if (knowsStem(lexicon, lower)) return true;
  const stem = stemGerman(lower.replace(/(?:in|innen)$/u, ""));
  if (lexicon.german.has(stem)) return true;
  return splitCompound(stem, (part) => lexicon.german.has(part)) !== null;
}
