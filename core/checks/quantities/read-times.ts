import type { Language } from "../../article/language";
import type { Claims } from "./claims";
import { englishNumberAt } from "./english-number";
import { germanCardinal } from "./german-number";
import { type Quantity, quantity } from "./quantity";

const clock = "(\\d{1,2})(?:[.:](\\d{2}))?";
const germanRange = new RegExp(
  `(?<![\\d.,])${clock}[ \\u00a0]?(?:–|-|bis|und|oder)[ \\u00a0]?${clock}[ \\u00a0]Uhr`,
  "gu",
);
const germanTime = new RegExp(
  `(?<![\\d.,])${clock}[ \\u00a0]Uhr(?:[ \\u00a0](\\d{1,2})(?!\\d|[.,:]\\d|\\. \\p{L}))?`,
  "gu",
);
const colon = /(?<![\d.,:])(\d{1,2}):(\d{2})(?![\d:]|[.,]\d)/gu;
const half = "[ \\u00a0]?([ap])(?:\\.m\\.|m\\b|\\.m\\b)";
const englishRange = new RegExp(
  `(?<![\\d.,])${clock}(?:${half})?[ \\u00a0]?(?:–|-|to|until|till|and|or)[ \\u00a0]?${clock}${half}`,
  "giu",
);
const englishTime = new RegExp(`(?<![\\d.,])${clock}${half}`, "giu");
const oClock = /(?<![\d.,])(\d{1,2}) o[’']clock/gu;

const number = "(\\p{L}+)";
/** "fünf vor halb drei" is 2.25 Uhr. */
const besideHalf = new RegExp(`(?<!\\p{L})${number} (?:Minuten )?(vor|nach) halb ${number}`, "giu");
const halbHour = new RegExp(`(?<!\\p{L})halb ${number}`, "gu");
const relativeHour = new RegExp(`(?<!\\p{L})(Viertel|viertel|\\p{L}+) (vor|nach) ${number}`, "gu");
const quarterHour = new RegExp(`(?<!\\p{L})(drei ?viertel|viertel) ${number}`, "giu");
const wordHour = new RegExp(`(?<!\\p{L})${number} Uhr(?: mittags)?`, "gu");
const halfPast = new RegExp(`(?<!\\p{L})half past ${number}`, "giu");
const pastOrTo = new RegExp(
  `(?<!\\p{L})(?:a )?(quarter|twenty[ -]five|\\p{L}+)(?: minutes)? (past|to) ${number}`,
  "giu",
);
/** "0540 hours" */
const military = /(?<![\d.,])([01]\d|2[0-3])([0-5]\d) (?:hours|hrs)\b/gu;
/** "at 7.54": a full stop between two digits and two is a time where a time is expected. */
const bareTime =
  /(?<=\b(?:at|by|until|till|from|before|after|around|about) )(\d{1,2})\.(\d{2})(?![\d%]|[.,]\d| ?(?:per|million|billion|m\b|km\b|kg\b|\p{Sc}|times|percent|points?))/giu;
const dayHour =
  /(?<=\b(?:at|by|until|till|from|before|after|around|about) )(\d{1,2}|\p{L}+) in the (morning|evening|afternoon)/giu;
const oClockWord = new RegExp(`(?<!\\p{L})${number} o[’']clock`, "giu");

/** Times of day in digits and in words: "18.30 Uhr" and "6:30 p.m.", "halb acht" and "half past seven". */
export function readTimes(text: string, language: Language, claims: Claims): Quantity[] {
  return language === "de" ? germanTimes(text, claims) : englishTimes(text, claims);
}

type Half = Quantity["half"];

class Found {
  readonly list: Quantity[] = [];

  constructor(readonly claims: Claims) {}

  add(
    start: number,
    length: number,
    hour: number,
    minute: number,
    half: Half,
    isSoft = false,
  ): void {
    if (hour > 24 || minute > 59) return;
    const span = { start, end: start + length };
    if (!this.claims.take(span.start, span.end)) return;
    const value = (60 * hour + minute) % 1440;
    this.list.push(quantity({ kind: "time", span, value, half, isSoft }));
  }
}

const evening =
  /\b(?:abends?|nachmittags?|nachts?|mittags?)\b|(?:abend|nachmittag|nacht|mittag)s?\b/iu;

/** The half of the day that is said beside an hour: "3 Uhr morgens", "eight o’clock in the evening". */
function saidAfter(text: string, end: number): Half {
  const after = text.slice(end, end + 24);
  if (/^ (?:(?:früh )?morgens|früh|vormittags|am (?:Morgen|Vormittag)|in the morning)/u.test(after))
    return "am";
  return /^ (?:abends|nachmittags|mittags|am (?:Abend|Nachmittag)|in the (?:evening|afternoon)|at night)/u.test(
    after,
  )
    ? "pm"
    : null;
}

function germanTimes(text: string, claims: Claims): Quantity[] {
  const found = new Found(claims);
  const isLate = evening.test(text);
  // "6.30 Uhr" is in the morning, "6 Uhr" as people talk.
  const halfOf = (hour: number, minute: string | undefined): Half =>
    hour > 12 || hour === 0
      ? hour > 12 && hour < 24
        ? "pm"
        : "am"
      : minute !== undefined && !isLate && hour < 12
        ? "am"
        : null;
  for (const match of text.matchAll(germanRange)) {
    const [whole, hour, minute, toHour, toMinute] = match;
    const first = /^[\d.:]+/u.exec(whole)?.[0] ?? "";
    const second = /[\d.:]+(?=[ \u00a0]Uhr)/u.exec(whole);
    found.add(
      match.index,
      first.length,
      Number(hour),
      Number(minute ?? 0),
      halfOf(Number(hour), minute),
    );
    if (second) {
      const length = whole.length - second.index;
      found.add(
        match.index + second.index,
        length,
        Number(toHour),
        Number(toMinute ?? 0),
        halfOf(Number(toHour), toMinute),
      );
    }
  }
  for (const match of text.matchAll(germanTime)) {
    const minute = match[2] ?? match[3];
    const hour = Number(match[1]);
    const half = hour <= 12 ? saidAfter(text, match.index + match[0].length) : halfOf(hour, minute);
    found.add(
      match.index,
      match[0].length,
      hour,
      Number(minute ?? 0),
      half ?? halfOf(hour, minute),
    );
  }
  for (const match of text.matchAll(colon)) {
    found.add(match.index, match[0].length, Number(match[1]), Number(match[2]), null, true);
  }
  for (const match of text.matchAll(besideHalf)) {
    const minutes = germanCardinal(match[1]?.toLowerCase() ?? "");
    const hour = germanCardinal((match[3] ?? "").toLowerCase());
    if (!isHour(hour) || minutes === null || minutes > 14) continue;
    const total = 60 * (hour - 1) + 30 + (match[2] === "vor" ? -minutes : minutes);
    found.add(match.index, match[0].length, Math.floor(total / 60), total % 60, null);
  }
  for (const match of text.matchAll(halbHour)) {
    const hour = germanCardinal((match[1] ?? "").toLowerCase());
    if (isHour(hour)) found.add(match.index, match[0].length, hour - 1, 30, null);
  }
  for (const match of text.matchAll(relativeHour)) {
    const minutes =
      match[1]?.toLowerCase() === "viertel" ? 15 : germanCardinal(match[1]?.toLowerCase() ?? "");
    const hour = germanCardinal((match[3] ?? "").toLowerCase());
    if (!isHour(hour) || minutes === null || minutes > 29 || minutes < 2) continue;
    addRelative(found, match.index, match[0].length, hour, match[2] === "vor" ? -minutes : minutes);
  }
  for (const match of text.matchAll(quarterHour)) {
    const hour = germanCardinal((match[2] ?? "").toLowerCase());
    if (isHour(hour) && match[1]?.toLowerCase().startsWith("d"))
      found.add(match.index, match[0].length, hour - 1, 45, null);
  }
  for (const match of text.matchAll(wordHour)) {
    const hour = germanCardinal((match[1] ?? "").toLowerCase());
    const half = saidAfter(text, match.index + match[0].length);
    if (isHour(hour)) found.add(match.index, match[0].length, hour, 0, half);
  }
  for (const match of text.matchAll(/(?<!\p{L})(Mitternacht|mittags|Mittag)(?!\p{L})/gu)) {
    const isNight = match[1] === "Mitternacht";
    found.add(match.index, match[0].length, isNight ? 0 : 12, 0, isNight ? "am" : "pm", true);
  }
  return found.list;
}

function isHour(hour: number | null): hour is number {
  return hour !== null && hour >= 1 && hour <= 12 && Number.isInteger(hour);
}

/** "zehn vor zwölf" may be a time or a count of people: it may only agree with one. */
function addRelative(
  found: Found,
  start: number,
  length: number,
  hour: number,
  minutes: number,
): void {
  const total = 60 * hour + minutes;
  found.add(start, length, Math.floor(total / 60), total % 60, null);
}

function englishTimes(text: string, claims: Claims): Quantity[] {
  const found = new Found(claims);
  const halfOf = (letter: string | undefined): Half =>
    letter === undefined ? null : letter.toLowerCase() === "a" ? "am" : "pm";
  const hourOf = (hour: string | undefined, half: Half) =>
    half === null || Number(hour) > 12
      ? Number(hour)
      : (Number(hour) % 12) + (half === "pm" ? 12 : 0);
  for (const match of text.matchAll(military)) {
    const hour = Number(match[1]);
    found.add(match.index, match[0].length, hour, Number(match[2]), hour < 12 ? "am" : "pm");
  }
  for (const match of text.matchAll(englishRange)) {
    const [whole, hour, minute, letter, toHour, toMinute, toLetter] = match;
    const end = halfOf(toLetter);
    // "2 to 4 p.m.": both are in the afternoon, unless the first hour is the later one.
    const begin =
      letter === undefined
        ? Number(hour) % 12 > Number(toHour) % 12
          ? null
          : end
        : halfOf(letter);
    const first = /^[\d.:]+(?:[ \u00a0]?[ap]\.?m\.?)?/iu.exec(whole)?.[0] ?? "";
    const second = /[\d.:]+[ \u00a0]?[ap]\.?m\.?$/iu.exec(whole);
    found.add(match.index, first.length, hourOf(hour, begin), Number(minute ?? 0), begin);
    if (second) {
      const length = whole.length - second.index;
      found.add(
        match.index + second.index,
        length,
        hourOf(toHour, end),
        Number(toMinute ?? 0),
        end,
      );
    }
  }
  for (const match of text.matchAll(englishTime)) {
    const half = halfOf(match[3]);
    found.add(match.index, match[0].length, hourOf(match[1], half), Number(match[2] ?? 0), half);
  }
  for (const match of text.matchAll(oClock)) {
    found.add(match.index, match[0].length, Number(match[1]), 0, null);
  }
  for (const match of text.matchAll(colon)) {
    found.add(match.index, match[0].length, Number(match[1]), Number(match[2]), null, true);
  }
  for (const match of text.matchAll(bareTime)) {
    found.add(match.index, match[0].length, Number(match[1]), Number(match[2]), null, true);
  }
  for (const match of text.matchAll(dayHour)) {
    const hour = /^\d/u.test(match[1] ?? "") ? Number(match[1]) : numberOf(match[1]);
    const half = match[2] === "morning" ? "am" : "pm";
    if (isHour(hour)) found.add(match.index, match[0].length, hour, 0, hour === 12 ? null : half);
  }
  for (const match of text.matchAll(halfPast)) {
    const hour = numberOf(match[1]);
    if (isHour(hour)) found.add(match.index, match[0].length, hour, 30, null);
  }
  for (const match of text.matchAll(pastOrTo)) {
    const minutes =
      match[1] === "quarter"
        ? 15
        : /^twenty.five$/iu.test(match[1] ?? "")
          ? 25
          : numberOf(match[1]);
    const hour = numberOf(match[3]);
    if (!isHour(hour) || minutes === null || minutes > 29 || minutes < 2) continue;
    // "Ten to twelve" may be a count.
    if (
      match[2] === "to" &&
      match[1] !== "quarter" &&
      !/\b(?:at|about|until)\s$/u.test(text.slice(0, match.index))
    )
      continue;
    addRelative(found, match.index, match[0].length, hour, match[2] === "to" ? -minutes : minutes);
  }
  for (const match of text.matchAll(oClockWord)) {
    const hour = numberOf(match[1]);
    if (isHour(hour)) found.add(match.index, match[0].length, hour, 0, null);
  }
  for (const match of text.matchAll(/(?<!\p{L})(midnight|noon|midday)(?!\p{L})/giu)) {
    const isNight = match[1]?.toLowerCase() === "midnight";
    found.add(match.index, match[0].length, isNight ? 0 : 12, 0, isNight ? "am" : "pm", true);
  }
  return found.list;
}

function numberOf(word: string | undefined): number | null {
  const number = englishNumberAt([{ text: (word ?? "").toLowerCase(), start: 0, end: 0 }], 0);
  return number && !number.isOrdinal ? number.value : null;
}
