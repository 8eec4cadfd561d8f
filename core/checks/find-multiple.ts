import type { Language } from "../article/language";
import type { UnitRule } from "./context";
import type { Span } from "./flaw";

/** How many times. "einmal" and "once" also say when, and are left out. */
const times: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  de: [
    [/(?<!\p{L})(?:zweimal|doppelt|zweifach|verdoppel)/giu, 2],
    [/(?<!\p{L})(?:dreimal|dreifach|verdreifach)/giu, 3],
    [/(?<!\p{L})(?:viermal|vierfach|vervierfach)/giu, 4],
    [/(?<!\p{L})(?:fünfmal|fünffach|verfünffach)/giu, 5],
    [/(?<!\p{L})(?:sechsmal|sechsfach)/giu, 6],
    [/(?<!\p{L})(?:siebenmal|siebenfach)/giu, 7],
    [/(?<!\p{L})(?:achtmal|achtfach)/giu, 8],
    [/(?<!\p{L})(?:zehnmal|zehnfach|verzehnfach)/giu, 10],
  ],
  en: [
    [/\b(?:twice|two times|twofold|doubl(?:e|es|ed|ing)|doubly)\b/giu, 2],
    [/\b(?:thrice|three times|threefold|tripl(?:e|es|ed|ing))\b/giu, 3],
    [/\b(?:four times|fourfold|quadrupl(?:e|es|ed|ing))\b/giu, 4],
    [/\b(?:five times|fivefold)\b/giu, 5],
    [/\b(?:six times|sixfold)\b/giu, 6],
    [/\b(?:seven times|sevenfold)\b/giu, 7],
    [/\b(?:eight times|eightfold)\b/giu, 8],
    [/\b(?:ten times|tenfold)\b/giu, 10],
  ],
};

type Multiple = { readonly span: Span; readonly text: string; readonly value: number };

/** "dreimal so scharf" and "twice as sharp": where each side says once how many times, both must say the same. */
export const findMultiple: UnitRule = ({ de, en }) => {
  const [german, more] = multiplesIn(de.text, "de");
  const [english, further] = multiplesIn(en.text, "en");
  if (!german || !english || more || further || german.value === english.value) return [];
  return [
    {
      rule: "number",
      side: "en",
      span: english.span,
      counterpart: german.span,
      values: { text: english.text, other: german.text },
    },
  ];
};

function multiplesIn(text: string, language: Language): Multiple[] {
  return times[language].flatMap(([word, value]) =>
    Array.from(text.matchAll(word), ({ index, 0: found }) => ({
      span: { start: index, end: index + found.length },
      text: found,
      value,
    })),
  );
}
