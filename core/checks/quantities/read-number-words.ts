import type { Language } from "../../article/language";
import type { Claims } from "./claims";
import { type EnglishToken, englishNumberAt } from "./english-number";
import { germanCardinal, germanOrdinal } from "./german-number";
import { measureAfter } from "./measures";
import { type Quantity, quantity } from "./quantity";
import { magnitudeOf } from "./read-numbers";

/** Number words with what they count; vague ones ("beide", "once", "dozens") may only agree with others. */
export function readNumberWords(text: string, language: Language, claims: Claims): Quantity[] {
  return language === "de" ? germanWords(text, claims) : englishWords(text, claims);
}

const germanSoft = new Map<string, number>([
  ..."ein eine einen einem einer eines eins einmal einzige einzigen einziger"
    .split(" ")
    .map((word): [string, number] => [word, 1]),
  ..."beide beiden beider beides zweimal doppelt doppelte doppelten verdoppelt verdoppelte paar paare zweierlei zweit"
    .split(" ")
    .map((word): [string, number] => [word, 2]),
  ["dutzend", 12],
  ["dutzende", 12],
  ["quartal", 3],
  ["hälfte", 0.5],
  ["jahrzehnt", 10],
  ["jahrzehnte", 10],
  ["jahrhundert", 100],
  ["jahrtausend", 1000],
  ["hunderte", 100],
  ["tausende", 1000],
  ["vierteljahrhundert", 25],
  ["zwilling", 2],
  ["zwillinge", 2],
]);

const germanFractions =
  /(?<!\p{L})(?:(\p{L}+) ?)?(drittel|viertel|fünftel|sechstel|achtel|zehntel|hundertstel)n?(?!\p{L})/giu;
const fractionParts = new Map<string, number>([
  ["drittel", 3],
  ["viertel", 4],
  ["fünftel", 5],
  ["sechstel", 6],
  ["achtel", 8],
  ["zehntel", 10],
  ["hundertstel", 100],
  ["third", 3],
  ["quarter", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["eighth", 8],
  ["tenth", 10],
  ["hundredth", 100],
]);

const germanSuffix =
  /(?:mal|fach\p{L}*|jährig\p{L}*|jähre?n?|tägig\p{L}*|stündig\p{L}*|minütig\p{L}*|wöchig\p{L}*|monatig\p{L}*|köpfig\p{L}*|stöckig\p{L}*|teilig\p{L}*|malig\p{L}*|spurig\p{L}*|stellig\p{L}*|prozentig\p{L}*|jahresplan|tausendste\p{L}*)$/u;

function germanWords(text: string, claims: Claims): Quantity[] {
  const found: Quantity[] = [];
  readHalves(
    text,
    /(?<!\p{L})(?:ein(?:e|en|er|em)? )?halbe[nrsm]? (Million|Milliarde|Billion|Dutzend|Jahrhundert)(?!\p{L})/giu,
    "de",
    claims,
    found,
  );
  for (const match of text.matchAll(germanFractions)) {
    const parts = fractionParts.get(match[2]?.toLowerCase() ?? "");
    const count = match[1] === undefined ? 1 : germanCardinal(match[1].toLowerCase());
    if (parts === undefined) continue;
    const start =
      count === null || match[1] === undefined
        ? match.index + match[0].length - (match[2] ?? "").length
        : match.index;
    addFraction(start, match.index + match[0].length, (count ?? 1) / parts, claims, found);
  }
  for (const match of text.matchAll(/(?<!\p{L})\p{L}+(?!\p{L})/gu)) {
    const word = match[0].toLowerCase();
    const start = match.index;
    const end = start + match[0].length;
    if (!claims.isFree(start, end)) continue;
    const soft = germanSoft.get(word);
    const cardinal = soft ?? germanCardinal(word) ?? germanWithSuffix(word);
    const value = cardinal ?? germanOrdinal(word);
    if (value === null) {
      if (/^halbe?(?:[nrsm])?$|^halb$/u.test(word))
        found.push(softWord(start, end, 0.5, claims, measureAfter(text, end, "de")));
      continue;
    }
    const isOrdinal = cardinal === null;
    // "achten" is a verb and "außer Acht" no number; "Dritte" may be anybody.
    const isVague =
      soft !== undefined ||
      (isOrdinal && (value <= 2 || word === "achten" || /^\p{Lu}/u.test(match[0]))) ||
      match[0] === "Acht" ||
      (/^(?:sieben|acht)$/u.test(word) && /(?:sich in|außer|in) $/u.test(text.slice(0, start)));
    const magnitude = isOrdinal
      ? null
      : magnitudeWord(
          text,
          end,
          /[ \u00a0](Millionen|Million|Milliarden|Milliarde|Billionen|Billion)(?!\p{L})/uy,
        );
    const scale = magnitude ? magnitudeOf(magnitude.word, "de") : 1;
    const whole = { start, end: magnitude?.end ?? end };
    if (!claims.take(whole.start, whole.end)) continue;
    const after = measureAfter(text, whole.end, "de");
    found.push(
      quantity({
        kind: "number",
        span: whole,
        value: value * scale,
        magnitude: scale,
        form: "word",
        isOrdinal,
        isSoft: isVague && scale === 1 && !isExactOne(value, after?.measure.dimension),
        measure: after?.measure ?? null,
        measureSpan: after?.span ?? whole,
      }),
    );
  }
  return found;
}

/** "ein Prozent" counts; "ein Tag" need not. */
function isExactOne(value: number, dimension: string | undefined): boolean {
  return value === 1 && dimension === "percent";
}

function germanWithSuffix(word: string): number | null {
  const suffix = germanSuffix.exec(word);
  return suffix ? germanCardinal(word.slice(0, suffix.index)) : null;
}

function softWord(
  start: number,
  end: number,
  value: number,
  claims: Claims,
  after: ReturnType<typeof measureAfter>,
): Quantity {
  claims.take(start, end);
  const span = { start, end };
  return quantity({
    kind: "number",
    span,
    value,
    form: "word",
    isSoft: true,
    measure: after?.measure ?? null,
    measureSpan: after?.span ?? span,
  });
}

function addFraction(
  start: number,
  end: number,
  value: number,
  claims: Claims,
  found: Quantity[],
): void {
  if (!claims.take(start, end)) return;
  found.push(quantity({ kind: "fraction", span: { start, end }, value, form: "word" }));
}

/** "eine halbe Million", "half a million" */
function readHalves(
  text: string,
  expression: RegExp,
  language: Language,
  claims: Claims,
  found: Quantity[],
): void {
  for (const match of text.matchAll(expression)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const word = match[1]?.toLowerCase() ?? "";
    const magnitude =
      word === "dutzend" || word === "dozen"
        ? 12
        : word.startsWith("jahrh") || word === "century"
          ? 100
          : magnitudeOf(word, language);
    if (!claims.take(span.start, span.end)) continue;
    const after = measureAfter(text, span.end, language);
    found.push(
      quantity({
        kind: "number",
        span,
        value: 0.5 * magnitude,
        magnitude,
        form: "word",
        measure: after?.measure ?? null,
        measureSpan: after?.span ?? span,
        isSoft: magnitude < 1000,
      }),
    );
  }
}

function magnitudeWord(
  text: string,
  end: number,
  expression: RegExp,
): { word: string; end: number } | null {
  expression.lastIndex = end;
  const match = expression.exec(text);
  return match?.[1] === undefined ? null : { word: match[1], end: end + match[0].length };
}

const englishSoft = new Map<string, number>([
  ..."a an one once single".split(" ").map((word): [string, number] => [word, 1]),
  ..."both twice double doubled doubling pair couple twins half-dozen"
    .split(" ")
    .map((word): [string, number] => [word, 2]),
  ["thrice", 3],
  ["triple", 3],
  ["tripled", 3],
  ["dozen", 12],
  ["dozens", 12],
  ["half", 0.5],
  ["decade", 10],
  ["decades", 10],
  ["century", 100],
  ["hundreds", 100],
  ["thousands", 1000],
]);

const englishFractions =
  /(?<!\p{L})(?:(\p{L}+)[ -])?(third|quarter|fifth|sixth|eighth|tenth|hundredth)(s?)(?!\p{L})/giu;

function englishWords(text: string, claims: Claims): Quantity[] {
  const found: Quantity[] = [];
  readHalves(
    text,
    /(?<!\p{L})half a (million|billion|trillion|dozen|century)(?!\p{L})/giu,
    "en",
    claims,
    found,
  );
  for (const match of text.matchAll(englishFractions)) {
    const parts = fractionParts.get(match[2]?.toLowerCase() ?? "");
    const word = match[1]?.toLowerCase() ?? "";
    const number =
      word === "a" ? 1 : (englishNumberAt([{ text: word, start: 0, end: 0 }], 0)?.value ?? null);
    // "the third attempt" is none.
    if (parts === undefined || number === null || (match[3] === "" && number !== 1)) continue;
    const isQuarterOf =
      match[2]?.toLowerCase() === "quarter" ||
      /^[ -]of/u.test(text.slice(match.index + match[0].length));
    if (word === "a" && !isQuarterOf) continue;
    addFraction(match.index, match.index + match[0].length, number / parts, claims, found);
  }
  const tokens: EnglishToken[] = Array.from(
    text.matchAll(/(?<!\p{L})\p{L}+(?!\p{L})/gu),
    (match) => ({
      text: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || !claims.isFree(token.start, token.end)) continue;
    const number = englishNumberAt(joined(tokens, at, text), 0);
    const isPlain = number !== null && number.length === 1 && englishSoft.has(token.text);
    const soft = number === null || isPlain ? englishSoft.get(token.text) : undefined;
    if (number === null && soft === undefined) continue;
    const last = tokens[at + (number?.length ?? 1) - 1] ?? token;
    const span = { start: token.start, end: last.end };
    const value = number?.value ?? soft ?? 0;
    if (!claims.take(span.start, span.end)) continue;
    // "half a percentage point"
    const article =
      token.text === "half" ? (/^ an? /u.exec(text.slice(span.end))?.[0].length ?? 1) - 1 : 0;
    const after = measureAfter(text, span.end + article, "en");
    found.push(
      quantity({
        kind: "number",
        span,
        value,
        magnitude: number?.magnitude ?? 1,
        form: "word",
        isOrdinal: number?.isOrdinal ?? false,
        isSoft:
          (soft !== undefined || (number?.isOrdinal === true && value <= 2)) &&
          !isExactOne(value, after?.measure.dimension),
        measure: after?.measure ?? null,
        measureSpan: after?.span ?? span,
      }),
    );
    at += (number?.length ?? 1) - 1;
  }
  return found;
}

/** The tokens from `at` on, as far as only a space or a hyphen stands between them. */
function joined(tokens: readonly EnglishToken[], at: number, text: string): EnglishToken[] {
  const list: EnglishToken[] = [];
  for (let index = at; index < tokens.length && list.length < 12; index += 1) {
    const token = tokens[index];
    const before = tokens[index - 1];
    if (
      !token ||
      (index > at && before && !/^[ \u00a0-]$/u.test(text.slice(before.end, token.start)))
    )
      break;
    list.push(token);
  }
  return list;
}

const roman =
  /(?<![\p{L}\d])(?=[IVXLC]{1,7}(?![\p{L}\d]))(X{0,3}(?:IX|IV|V?I{0,3})|XL|L|C)(?![\p{L}\d])/gu;
const romanDigits = new Map([...Object.entries({ I: 1, V: 5, X: 10, L: 50, C: 100 })]);

/** "Kapitel IV", "Johannes XXIII.": may agree with a number, says nothing by itself. */
export function readRoman(text: string, claims: Claims): Quantity[] {
  return Array.from(text.matchAll(roman)).flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (match[0] === "" || !claims.isFree(span.start, span.end)) return [];
    const values = Array.from(match[0], (letter) => romanDigits.get(letter) ?? 0);
    const value = values.reduce(
      (sum, each, index) => sum + (each < (values[index + 1] ?? 0) ? -each : each),
      0,
    );
    return [quantity({ kind: "number", span, value, form: "word", isOrdinal: true, isSoft: true })];
  });
}
