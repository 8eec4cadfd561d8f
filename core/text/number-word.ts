import type { Language } from "../article/language";

const lists: Readonly<Record<Language, string>> = {
  de: "null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
  en: "zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
};
const tens: Readonly<Record<Language, string>> = {
  de: "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
  en: "thirty forty fifty sixty seventy eighty ninety hundred",
};

const values: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  de: valuesOf("de"),
  en: valuesOf("en"),
};

function valuesOf(language: Language): Map<string, number> {
  return new Map([
    ...lists[language].split(" ").map((word, value) => [word, value] as const),
    ...tens[language].split(" ").map((word, index) => [word, 30 + 10 * index] as const),
  ]);
}

/** "zwölf" and "twelve" are "#12", as the number in digits is; `null` for a word that counts nothing. "Ein" and "one" are too common to count. */
export function numberWord(word: string, language: Language): string | null {
  const value = values[language].get(word);
  return value === undefined ? null : `#${value}`;
}
