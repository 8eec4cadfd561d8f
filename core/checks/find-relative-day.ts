import type { Language } from "../article/language";
import type { UnitRule } from "./context";
import type { Span } from "./flaw";

/** Days from today. */
const days: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  de: [
    [/(?<!\p{L})[Vv]orgestern(?!\p{L})/gu, -2],
    [/(?<!\p{L})[Gg]estern(?!\p{L})/gu, -1],
    [/(?<!\p{L})[Hh]eute(?!\p{L})/gu, 0],
    // "Am Morgen" is another matter.
    [/(?<!\p{L}|(?:gestern|heute|Heute|Gestern) )morgen(?!\p{L})/gu, 1],
    [/(?<!\p{L})[Üü]bermorgen(?!\p{L})/gu, 2],
  ],
  en: [
    [/\bthe day before yesterday\b/giu, -2],
    [/(?<!the day before )\byesterday\b/giu, -1],
    [/\b(?:today|tonight)\b/giu, 0],
    [/(?<!the day after )\btomorrow\b/giu, 1],
    [/\bthe day after tomorrow\b/giu, 2],
  ],
};

type Day = { readonly span: Span; readonly text: string; readonly apart: number };

/** "Übermorgen" and "tomorrow": where each side names one day by its distance from today, they must be the same. */
export const findRelativeDay: UnitRule = ({ de, en }) => {
  const [german, more] = daysIn(de.text, "de");
  const [english, further] = daysIn(en.text, "en");
  if (!german || !english || more || further || german.apart === english.apart) return [];
  return [
    {
      rule: "date",
      side: "en",
      span: english.span,
      counterpart: german.span,
      values: { text: english.text, other: german.text },
    },
  ];
};

function daysIn(text: string, language: Language): Day[] {
  return days[language].flatMap(([word, apart]) =>
    Array.from(text.matchAll(word), ({ index, 0: found }) => ({
      span: { start: index, end: index + found.length },
      text: found,
      apart,
    })),
  );
}
