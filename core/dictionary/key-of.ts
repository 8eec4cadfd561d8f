import type { Language } from "../article/language";
import { stemEnglish } from "../text/stem-english";
import { stemGerman } from "../text/stem-german";

const stems = { de: stemGerman, en: stemEnglish } as const;

/** What a dictionary keeps something under: a word under its stem, a phrase as it is, in lower case. */
export function keyOf(words: string, language: Language): string {
  const lower = words.toLowerCase();
  return lower.includes(" ") ? lower : stems[language](lower);
}
