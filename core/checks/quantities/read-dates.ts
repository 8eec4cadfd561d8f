import type { Language } from "../../article/language";
import type { Claims } from "./claims";
import { englishDecade } from "./english-number";
import { germanDecade } from "./german-number";
import { type Quantity, quantity } from "./quantity";

const months: Readonly<Record<Language, readonly string[]>> = {
  de: "Januar|Jänner|Jan.;Februar|Feber|Feb.;März;April|Apr.;Mai;Juni;Juli;August|Aug.;September|Sept.|Sep.;Oktober|Okt.;November|Nov.;Dezember|Dez.".split(
    ";",
  ),
  en: "January|Jan.;February|Feb.;March|Mar.;April|Apr.;May;June;July;August|Aug.;September|Sept.|Sep.;October|Oct.;November|Nov.;December|Dec.".split(
    ";",
  ),
};

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  de: "Montag;Dienstag;Mittwoch;Donnerstag;Freitag;Samstag|Sonnabend;Sonntag".split(";"),
  en: "Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday".split(";"),
};

function numbered(lists: readonly string[]): Map<string, number> {
  return new Map(
    lists.flatMap((list, index) => list.split("|").map((word): [string, number] => [word, index])),
  );
}

const monthNumbers = { de: numbered(months.de), en: numbered(months.en) };
const weekdayNumbers = { de: numbered(weekdays.de), en: numbered(weekdays.en) };

function anyOf(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(".", "\\."))
    .join("|");
}

const monthOf = { de: anyOf(monthNumbers.de.keys()), en: anyOf(monthNumbers.en.keys()) };
const noMore = "(?![\\p{L}\\d])";
const germanDate = new RegExp(`(?<![\\d.,])(\\d{1,2})\\.[ \\u00a0]?(${monthOf.de})${noMore}`, "gu");
const dayMonth = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)?[ \\u00a0](?:of )?(${monthOf.en})${noMore}`,
  "gu",
);
const monthDay = new RegExp(
  `(?<!\\p{L})(${monthOf.en})[ \\u00a0,]{1,2}(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\d]|[.,:]\\d| ?(?:%|percent))`,
  "gu",
);
const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
const dotted =
  /(?<![\d.,])(\d{1,2})\.[ \u00a0]?(\d{1,2})\.(?:[ \u00a0]?(\d{4}|\d{2})(?!\d|[.,]\d| ?Uhr))?/gu;
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g;

/** Days, months, weekdays and decades; a year is a number of its own. */
export function readDates(text: string, language: Language, claims: Claims): Quantity[] {
  return [
    ...digitDates(text, claims),
    ...namedDates(text, language, claims),
    ...monthNames(text, language, claims),
    ...weekdayNames(text, language),
    ...decades(text, language, claims),
    ...seasons(text, language),
  ];
}

function digitDates(text: string, claims: Claims): Quantity[] {
  const found: Quantity[] = [];
  const add = (
    match: RegExpExecArray,
    day: number,
    month: number,
    other: number[],
    year: string | undefined,
  ) => {
    if (!isDay(day, month)) return;
    const end = match.index + match[0].length;
    const yearStart =
      year === undefined ? end : match[0].startsWith(year) ? match.index : end - year.length;
    const span = { start: match.index, end };
    if (!claims.take(span.start, span.end)) return;
    found.push(quantity({ kind: "date", span, value: 100 * month + day, alternatives: other }));
    if (year === undefined) return;
    const value = Number(year.length === 2 ? `${Number(year) > 40 ? 19 : 20}${year}` : year);
    found.push(
      quantity({ kind: "number", span: { start: yearStart, end: yearStart + year.length }, value }),
    );
  };
  for (const match of text.matchAll(iso)) {
    add(match, Number(match[3]), Number(match[2]), [], match[1]);
  }
  for (const match of text.matchAll(dotted)) {
    add(match, Number(match[1]), Number(match[2]), [], match[3]);
  }
  for (const match of text.matchAll(slashed)) {
    const [a, b] = [Number(match[1]), Number(match[2])];
    // Americans begin with the month; who wrote it is not known.
    if (isDay(b, a)) add(match, b, a, isDay(a, b) ? [100 * b + a] : [], match[3]);
    else add(match, a, b, [], match[3]);
  }
  return found;
}

function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

function namedDates(text: string, language: Language, claims: Claims): Quantity[] {
  const found: Quantity[] = [];
  const add = (match: RegExpExecArray, day: string | undefined, month: string | undefined) => {
    const number = monthNumbers[language].get(month ?? "");
    const span = { start: match.index, end: match.index + match[0].length };
    if (number === undefined || Number(day) < 1 || Number(day) > 31) return;
    if (!claims.take(span.start, span.end)) return;
    found.push(quantity({ kind: "date", span, value: 100 * (number + 1) + Number(day) }));
  };
  if (language === "de") {
    for (const match of text.matchAll(germanDate)) add(match, match[1], match[2]);
    return found;
  }
  for (const match of text.matchAll(dayMonth)) add(match, match[1], match[2]);
  for (const match of text.matchAll(monthDay)) add(match, match[2], match[1]);
  return found;
}

const monthName = {
  de: new RegExp(`(?<![\\p{L}-])(${monthOf.de})(?!\\p{L})`, "gu"),
  // "May" and "March" are verbs too, and begin sentences.
  en: new RegExp(`(?<![\\p{L}-])(${monthOf.en})(?!\\p{L})`, "gu"),
};

function monthNames(text: string, language: Language, claims: Claims): Quantity[] {
  return Array.from(text.matchAll(monthName[language])).flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const value = monthNumbers[language].get(match[1] ?? "") ?? 0;
    const isVerb =
      /^(?:May|March|Mar\.|Mai|August)$/u.test(match[0]) &&
      !/\b(?:in|on|of|by|since|until|late|early|mid|last|next|im|am|seit|bis|Ende|Anfang|Mitte)[ -]$/u.test(
        text.slice(0, match.index),
      );
    if (!claims.isFree(span.start, span.end) || isVerb) return [];
    return [quantity({ kind: "month", span, value: value + 1 })];
  });
}

const weekdayName = {
  de: new RegExp(
    `(?<!\\p{L})(${anyOf(weekdayNumbers.de.keys())}|${anyOf([...weekdayNumbers.de.keys()].map((day) => day.toLowerCase()))})(?=s|e|en|\\P{L}|$|abend|morgen|nachmittag|mittag|vormittag|nacht)`,
    "gu",
  ),
  en: new RegExp(`(?<!\\p{L})(${anyOf(weekdayNumbers.en.keys())})(?=s?(?!\\p{L}))`, "gu"),
};

function weekdayNames(text: string, language: Language): Quantity[] {
  return Array.from(text.matchAll(weekdayName[language])).flatMap((match) => {
    const name = match[0].charAt(0).toUpperCase() + match[0].slice(1);
    const value = weekdayNumbers[language].get(name);
    // The German weekday is a verb's or a name's beginning ("freitags" is none).
    if (value === undefined) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    return [quantity({ kind: "weekday", span, value })];
  });
}

const decadeDigits = {
  de: /(?<!\d)((?:1[5-9]|20)?\d0)er(?![a-zäöü])(?:[- ]?Jahren?)?/gu,
  en: /(?<![\d.,])((?:1\d|20)?\d0)['’]?s(?!\p{L})/gu,
};

function decades(text: string, language: Language, claims: Claims): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(decadeDigits[language])) {
    const span = { start: match.index, end: match.index + match[0].length };
    const year = Number(match[1]);
    if (!claims.take(span.start, span.end)) continue;
    const century = year >= 1000 && year % 100 === 0 ? [year / 100 + 1] : [];
    found.push(quantity({ kind: "decade", span, value: year % 100, alternatives: century }));
  }
  for (const match of text.matchAll(/(?<!\p{L})\p{L}{6,}(?!\p{L})/gu)) {
    const word = match[0].toLowerCase();
    const value = language === "de" ? germanDecade(word) : englishDecade(word);
    // "In her mid-sixties" is an age, "Fünfziger" a banknote.
    const isAge =
      /(?:\b(?:his|her|their|mid|late|early)[- ]|\bin (?:his|her|their) (?:mid|late|early)[- ])$/u.test(
        text.slice(0, match.index),
      );
    if (value === null || !claims.take(match.index, match.index + match[0].length)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    found.push(quantity({ kind: "decade", span, value, form: "word", isSoft: isAge }));
  }
  return found;
}

/** "spring" is a source too, and "fall" a verb: only beside a preposition or a year are they seasons. */
const seasonWords: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:(Frühling|Frühjahr)|(Sommer)|(Herbst)|(Winter))s?(?!\p{L})/gu,
  en: /(?<!\p{L})(?:(?:(?<=\b(?:[Ii]n|last|this|next|of|by|until) (?:the |early |late )?)(spring))|([Ss]ummer)|([Aa]utumn|(?<=\b(?:[Ii]n|last|this|next) (?:the )?)fall)|([Ww]inter))(?!\p{L})/gu,
};

function seasons(text: string, language: Language): Quantity[] {
  return Array.from(text.matchAll(seasonWords[language]), (match) => {
    const value = match.slice(1).findIndex((word) => word !== undefined);
    const span = { start: match.index, end: match.index + match[0].length };
    return quantity({ kind: "season", span, value, form: "word" });
  });
}
