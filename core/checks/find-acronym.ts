import { type Language, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import type { Flaw, Span } from "./flaw";
import { knows } from "./knows-word";
import { englishAcronyms, germanAcronyms } from "./names/acronym-pairs";
import { editDistance, foldName } from "./names/fold-name";

type Acronym = Span & { readonly text: string; readonly key: string };

const acronym =
  /(?<![\p{L}\p{N}./_#-])(?:(?:\p{Lu}\.){2,}|\p{Lu}{2,6}s?|\p{Lu}{1,2}\p{Ll}\p{Lu}{1,3}|MwSt|USt)(?![\p{L}\p{N}/_]|\.\p{L})/gu;

/** Acronyms that do not mean the same: "MRT" is "MRI" and not "CT"; "TÜF" for "TÜV". One that is spelled out on the other side is none. */
export const findAcronym: UnitRule = (unit, context) => {
  if (isShouted(unit)) return [];
  const de = left(unit, "de", context);
  const en = left(unit, "en", context);
  const flaws: Flaw[] = [];
  for (const english of en) {
    const german = de.find((each) => seemMeant(each.key, english.key));
    if (!german) continue;
    de.splice(de.indexOf(german), 1);
    if (isIntroduced(german, english, context)) continue;
    flaws.push({
      rule: "acronym",
      side: "en",
      span: { start: english.start, end: english.end },
      counterpart: { start: german.start, end: german.end },
      values: { text: english.text, other: german.text },
    });
  }
  return [...flaws, ...leftStanding(unit), ...leftEnglish(unit)];
};

/** Acronyms of a side that the other side has in no form. */
function left(unit: Unit, side: Language, { lexicon }: Context): Acronym[] {
  const other = otherLanguage(side);
  const there = new Set(
    (unit[other].text.match(/(?:\p{Lu}\.){2,}\p{Lu}?|\p{L}+/gu) ?? []).map(keyOf),
  );
  return read(unit[side].text).filter(({ key }) => {
    if (isFunctionWord(key, side) && key !== "US") return false;
    // "BEST FRIENDS": a word that is shouted.
    if (key.length > 3 && !isKnown(key) && lexicon && knows(lexicon, key, side)) return false;
    if (writtenOut[key]?.test(unit[other].text)) return false;
    const equivalents = (side === "de" ? englishAcronyms(key) : germanAcronyms(key)) ?? [];
    return !there.has(key) && !equivalents.some((each) => there.has(each.toUpperCase()));
  });
}

function isKnown(key: string): boolean {
  return international.has(key) || englishAcronyms(key) !== null || germanAcronyms(key) !== null;
}

function read(text: string): Acronym[] {
  return Array.from(text.matchAll(acronym), (match) => ({
    text: match[0],
    key: keyOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ key }) => !/^[IVXLC]+$/u.test(key));
}

function keyOf(word: string): string {
  return foldName(word.replaceAll(".", "").replace(/(?<=\p{Lu})s$/u, "")).toUpperCase();
}

/** What the other language has instead of an acronym that everybody knows. */
const writtenOut: Readonly<Record<string, RegExp>> = {
  UK: /brit|engl|königreich|kingdom/iu,
  USA: /americ|amerika|states|staaten|washington/iu,
  US: /americ|amerika|states|staaten|washington/iu,
  UN: /nations|nationen|weltorganisation/iu,
  UNO: /nations|weltorganisation/iu,
  EU: /europ|brüssel|brussels/iu,
  DAX: /index/iu,
};

/** Called the same in both languages: where each side has one of these, one of them is wrong. */
const international: ReadonlySet<string> = new Set(
  "NATO NASA ESA UNESCO UNICEF UNHCR OPEC ASEAN FIFA UEFA CIA FBI NSA KGB BBC CNN WHO WTO UNO UN EU OECD DAX USA US UK GPS USB PDF HTML XML JPEG PNG GIF CSV URL PIN SMS LED LCD CPU GPU RAM ROM SSD CD DVD IBM SAP MIT NBA NHL HIV AIDS UV BKA BND CDU CSU SPD FDP ADAC ARD ZDF BMW VW DDR SBB SRF ORF DHL TNT RTL DFB DIN ISO".split(
    " ",
  ),
);

/** Whether two acronyms without counterpart stand for each other, wrongly: one letter apart, or the table says that one of them is another. */
function seemMeant(german: string, english: string): boolean {
  const isTold =
    isCalledOtherwise(englishAcronyms(german), german) ||
    isCalledOtherwise(germanAcronyms(english), english);
  if (isTold) return true;
  if (international.has(german) && international.has(english)) return true;
  const isAnagram = sorted(german) === sorted(english);
  return (
    isAnagram ||
    (Math.max(german.length, english.length) >= 3 && editDistance(german, english, 1) <= 1)
  );
}

/** Whether the table knows an acronym, and only by another one. */
function isCalledOtherwise(others: readonly string[] | null, own: string): boolean {
  return others?.every((each) => each.toUpperCase() !== own) === true;
}

function sorted(word: string): string {
  return Array.from(word).sort().join("");
}

/** English acronyms that German never has: each is called otherwise there. */
const onlyEnglish: ReadonlySet<string> = new Set(
  "IMF ECB GDP GNP ECJ ECHR OSCE VAT FRG GDR USSR EEC NPP HGV UAE DPRK EPP CET CEST".split(" "),
);

/** "Der IMF senkte": an English acronym that was left standing in German. */
function leftEnglish(unit: Unit): Flaw[] {
  const english = new Map(read(unit.en.text).map((each) => [each.key, each]));
  return read(unit.de.text).flatMap(({ key, text, start, end }): Flaw[] => {
    const source = english.get(key);
    const [right] = germanAcronyms(key) ?? [];
    if (
      !source ||
      right === undefined ||
      !onlyEnglish.has(key) ||
      unit.de.text.includes(`(${text})`)
    )
      return [];
    return [
      {
        rule: "acronym",
        side: "de",
        span: { start, end },
        counterpart: { start: source.start, end: source.end },
        values: { text, other: source.text, right },
        fix: right,
      },
    ];
  });
}

/** A German acronym that was left standing in English, although it is called otherwise there. */
function leftStanding(unit: Unit): Flaw[] {
  const german = new Map(read(unit.de.text).map((each) => [each.key, each]));
  return read(unit.en.text).flatMap((english): Flaw[] => {
    const source = german.get(english.key);
    const right = englishAcronyms(english.key);
    if (!source || !right || right.some((each) => each.toUpperCase() === english.key)) return [];
    if (germanAcronyms(english.key) !== null) return [];
    const [fix] = right;
    return [
      {
        rule: "acronym",
        side: "en",
        span: { start: english.start, end: english.end },
        counterpart: { start: source.start, end: source.end },
        values: { text: english.text, other: source.text, right: right.join(", ") },
        ...(fix !== undefined && { fix }),
      },
    ];
  });
}

/** "der Nordische Küstenfonds (NKF)", "the Northern Coast Fund (NCF)": the document itself says what each side calls it. */
function isIntroduced(german: Acronym, english: Acronym, { document }: Context): boolean {
  return document.units.some(
    ({ de, en }) => de.text.includes(`(${german.text})`) && en.text.includes(`(${english.text})`),
  );
}

/** "DO NOT PARK HERE!" */
function isShouted(unit: Unit): boolean {
  return [unit.de.text, unit.en.text].some((text) => {
    const words = text.match(/\p{L}{2,}/gu) ?? [];
    const large = words.filter((word) => /^\p{Lu}+$/u.test(word));
    return words.length >= 3 && large.length > 0.6 * words.length;
  });
}
