import type { Language } from "../../article/language";
import type { Claims } from "./claims";
import { measureAfter, measureBefore } from "./measures";
import { type Quantity, quantity } from "./quantity";

const digits =
  /(?<![\p{L}\d]|\d[.,:’'])(?<!\p{L}-)\d{1,3}(?:[.,’'\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?![\d])|(?<![\p{L}\d]|\d[.,])(?<!\p{L}-)\d{1,3}(?: \d{3})+(?![\d.,]\d|\d)|(?<![\p{L}\d]|\d[.])(?<!\p{L}-)\d+(?:[.,]\d+)*/gu;

const magnitudeAfter: Readonly<Record<Language, RegExp>> = {
  de: /[ \u00a0\u202f-]?(Hundert|Tausend|tausend|Mio\.?|Million(?:en)?|Mrd\.?|Milliarden?|Billionen|Billion|Bio\.)(?!\p{L})/uy,
  en: /[ \u00a0\u202f-]?(hundred|thousand|million|billion|trillion|mn|bn|tn)(?!\p{L})|(m|k)(?=[ ,.;:)!?]|$)/uy,
};

const magnitudes = new Map<string, number>([
  ["hundert", 100],
  ["hundred", 100],
  ["tausend", 1e3],
  ["thousand", 1e3],
  ["k", 1e3],
  ["mio", 1e6],
  ["million", 1e6],
  ["millionen", 1e6],
  ["mn", 1e6],
  ["m", 1e6],
  ["mrd", 1e9],
  ["milliarde", 1e9],
  ["milliarden", 1e9],
  ["bn", 1e9],
  ["tn", 1e12],
  ["trillion", 1e12],
  ["bio", 1e12],
]);

/** A billion is a thousand millions in English and a million of them in German. */
export function magnitudeOf(word: string, language: Language): number {
  const plain = word.toLowerCase().replace(".", "");
  if (plain.startsWith("billion")) return language === "de" ? 1e12 : 1e9;
  return magnitudes.get(plain) ?? 1;
}

const phone = /(?<![\p{L}\d])(?:\+\d|0\d)[\d \u00a0\u202f/()–-]{5,}\d(?!\d)/gu;

export function readPhones(text: string, claims: Claims): Quantity[] {
  return Array.from(text.matchAll(phone)).flatMap((match) => {
    const number = match[0].replace(/\D/g, "");
    const end = match.index + match[0].length;
    if (number.length < 7 || !/[ /()–-]/u.test(match[0]) || !claims.take(match.index, end))
      return [];
    const span = { start: match.index, end };
    return [quantity({ kind: "phone", span, value: Number(number.slice(-6)) })];
  });
}

/** Numbers in digits, with the magnitude and the measure beside them. */
export function readDigits(text: string, language: Language, claims: Claims): Quantity[] {
  return Array.from(text.matchAll(digits)).flatMap((match): Quantity[] => {
    const start = match.index;
    const end = start + match[0].length;
    if (!claims.take(start, end)) return [];
    const before = measureBefore(text, start, language);
    const magnitude = readMagnitude(text, end, language, before !== null);
    if (magnitude) claims.take(end, magnitude.end);
    const whole = { start, end: magnitude?.end ?? end };
    const after =
      before ?? measureAfter(text, whole.end, language) ?? dashedMeasure(text, whole.end, language);
    // "3 and a half years"
    const half = / and a half(?!\p{L})/uy;
    half.lastIndex = end;
    const more = half.test(text) && claims.take(end, half.lastIndex) ? 0.5 : 0;
    return splitOrRead(match[0], language)
      .map(({ value: read, misread }) => ({ value: read + more, misread }))
      .map(({ value, misread }) =>
        quantity({
          kind: "number",
          span: whole,
          value: value * (magnitude?.value ?? 1),
          misread: misread === null ? null : misread * (magnitude?.value ?? 1),
          magnitude: magnitude?.value ?? 1,
          isOrdinal: /^(?:\.(?=[ \u00a0]\p{L})|st|nd|rd|th)/u.test(text.slice(end, end + 3)),
          measure: after?.measure ?? null,
          measureSpan: after?.span ?? whole,
        }),
      );
  });
}

/** "500,– Euro" */
function dashedMeasure(text: string, end: number, language: Language) {
  const dash = /^,[–—-]{1,2}/u.exec(text.slice(end, end + 3));
  return dash ? measureAfter(text, end + dash[0].length, language) : null;
}

function readMagnitude(
  text: string,
  end: number,
  language: Language,
  isMoney: boolean,
): { value: number; end: number } | null {
  const expression = magnitudeAfter[language];
  expression.lastIndex = end;
  const match = expression.exec(text);
  const word = match?.[1] ?? match?.[2];
  if (!match || word === undefined || (match[2] !== undefined && !isMoney)) return null;
  return { value: magnitudeOf(word, language), end: end + match[0].length };
}

type Reading = { readonly value: number; readonly misread: number | null };

/** Version numbers and the like are several numbers; others are one, or by the other language's marks another. */
function splitOrRead(token: string, language: Language): Reading[] {
  const plain = token.replace(/[ ’'\u00a0\u202f]/gu, "");
  const asGerman = numberFrom(plain, ".", ",");
  const asEnglish = numberFrom(plain, ",", ".");
  const own = language === "de" ? asGerman : asEnglish;
  const other = language === "de" ? asEnglish : asGerman;
  if (own !== null) return [{ value: own, misread: other === own ? null : other }];
  // By its own language's marks it is no number: "3.7" in German.
  if (other !== null) return [{ value: Number.NaN, misread: other }];
  return plain.split(/[.,]/u).map((part) => ({ value: Number(part), misread: null }));
}

function numberFrom(token: string, grouping: "." | ",", decimal: "." | ","): number | null {
  const group = grouping === "." ? "\\." : ",";
  const point = decimal === "." ? "\\." : ",";
  if (!new RegExp(`^(?:\\d+|[1-9]\\d{0,2}(?:${group}\\d{3})+)(?:${point}\\d+)?$`).test(token))
    return null;
  return Number(token.replaceAll(grouping, "").replace(decimal, "."));
}
