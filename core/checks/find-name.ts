import type { Lexicon } from "../alignment/lexicon/lexicon";
import { type Language, languages, otherLanguage } from "../article/language";
import { stemEnglish } from "../text/stem-english";
import { stemGerman } from "../text/stem-german";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import type { Flaw } from "./flaw";
import { knows } from "./knows-word";
import { isInTables, isTableName, otherNamesOf } from "./names/country-names";
import { editDistance, foldName, soundOf } from "./names/fold-name";
import { type NameToken, nameCandidates } from "./names/name-candidates";
import { englishNames } from "./names/name-pairs";
import { type NameSpelling, plainName, withoutEnding } from "./names/name-spelling";
import { isSharedName } from "./names/shared-names";
import { isUsuallyUnmarked } from "./names/unmarked-names";

/** Names of one side without counterpart on the other, each with the name that stands there instead. */
export const findName: UnitRule = (unit, context) => {
  const { de, en } = leftNames(unit, context);
  const flaws: Flaw[] = [];
  for (const english of [...en]) {
    const german = de.find((each) => mistakeOf(each, english, context) !== null);
    if (!german) continue;
    de.splice(de.indexOf(german), 1);
    en.splice(en.indexOf(english), 1);
    const rule = mistakeOf(german, english, context);
    // Spelled so throughout the document, it is a matter of transliteration.
    if (rule && (rule === "name-diacritics" || !meetAgain(unit, german, english, context)))
      flaws.push(differs(rule, german, english));
  }
  if (flaws.length > 0) return flaws;
  const slips = slipsBesideNames(unit, context);
  if (slips.length > 0) return slips;
  const anchored = besideSharedNames(unit, de, en, context);
  if (anchored.length > 0) return anchored;
  const sure = sureNames(unit, de, en, context);
  if (sure.length > 0) return sure;
  const instead = saidInstead(unit, { de, en }, context);
  if (instead.length > 0) return instead;
  return otherNames(
    unit,
    de.filter(({ isNounLike }) => !isNounLike),
    en,
    context,
  );
};

function differs(rule: Flaw["rule"], german: NameToken, english: NameToken): Flaw {
  return {
    rule,
    side: "en",
    span: { start: english.start, end: english.end },
    counterpart: { start: german.start, end: german.end },
    values: { text: english.text, other: german.text },
    habit: `${german.text} ${english.text}`,
  };
}

type Names = Record<Language, NameToken[]>;

function leftNames(unit: Unit, context: Context): Names {
  const { lexicon, spellingOf } = context;
  const de = nameCandidates(unit.de.text, "de", unit.en.text, context);
  const en = nameCandidates(unit.en.text, "en", unit.de.text, context);
  const words = {
    de: wordsOf(unit.de.text).map(spellingOf),
    en: wordsOf(unit.en.text).map(spellingOf),
  };
  return {
    de: de.filter(
      ({ text }) =>
        !words.en.some((word) => isSameName(spellingOf(text), word, lexicon)) &&
        !isHinted(text, "de", unit.en.text),
    ),
    en: en.filter(
      ({ text }) =>
        !words.de.some((word) => isSameName(word, spellingOf(text), lexicon)) &&
        !isHinted(text, "en", unit.de.text),
    ),
  };
}

/** "Tajikistan" and "tadschikischen", "Alps" and "Alpenrand": the beginning of the name that a table has, in any word that is no other name. */
function isHinted(name: string, side: Language, text: string): boolean {
  const others = otherNamesOf(plainName(name), side);
  if (others.length === 0) return false;
  const other = otherLanguage(side);
  return wordsOf(text).some((word) => {
    const lower = word.toLowerCase();
    const stem = other === "de" ? stemGerman(lower) : stemEnglish(lower);
    const isAnother =
      isPlaceName(word, other) && !others.some((each) => each === lower || each === stem);
    return (
      !isAnother && !isSlipOf(lower, others) && others.some((each) => lower.includes(rootOf(each)))
    );
  });
}

/** "switzerlnad", "lissabonn": one letter off the name itself, and no form of it. */
function isSlipOf(word: string, names: readonly string[]): boolean {
  return names.some(
    (name) =>
      name.length >= 5 &&
      (!word.startsWith(name) || word === name + name.at(-1)) &&
      editDistance(foldName(name), foldName(word), 1) === 1,
  );
}

/** A name that a table translates, or one that both languages spell alike. */
function isPlaceName(word: string, side: Language): boolean {
  return (
    /^\p{Lu}/u.test(word) && (isTableName(plainName(word), side) || isSharedName(plainName(word)))
  );
}

function rootOf(name: string): string {
  return /.{3}land$/u.test(name) ? name.slice(0, -4) : name.slice(0, Math.max(5, name.length - 4));
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu) ?? [];
}

/** Whether a German and an English word are the same name as far as spelling, tables and lexicon tell. */
function isSameName(german: NameSpelling, english: NameSpelling, lexicon: Lexicon | null): boolean {
  const [de, en] = [german.plain, english.plain];
  if (de === en || german.bare === english.bare || isInTables(german, english)) return true;
  if (
    german.spelledOut === english.spelledOut ||
    german.whole.spelledOut === english.whole.spelledOut
  )
    return true;
  // "Niger" and "Nigeria", "Hans" and "Hansen": each is a name of its own.
  if (isPlaceName(de, "de") && isPlaceName(en, "en")) return false;
  const [a, b] = [german.folded, english.folded];
  // "Hamburger" is of Hamburg; "Trumpregierung" holds a name.
  if (hasLostEnd(a, b)) return false;
  if (
    a !== b &&
    Math.min(a.length, b.length) >= 4 &&
    (a.startsWith(b) || b.startsWith(a) || a.endsWith(b))
  )
    return hasSameMarks(de, en, a, b);
  const hasOneSound = german.sound === english.sound || german.whole.sound === english.whole.sound;
  // Whoever writes "ü" in English does not transliterate.
  const isKept = /[äöüß]/u.test(en);
  if (a !== b && a.length >= 4 && !isKept && hasOneSound && isTransliterated(a, b)) return true;
  if (a.endsWith("ien") && a.replace(/ien$/u, "ia") === b) return true;
  return lexicon !== null && translates(lexicon, german, english);
}

/** "Ahlbrecht" and "Ahlbrech", "Sandmann" and "Sandman": a last letter that is no ending of either language, or doubled. */
function hasLostEnd(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 5 || long.length !== short.length + 1 || !long.startsWith(short)) return false;
  return /[bcdfghjklmpqtvwxz]$/u.test(long) || /(\p{L})\1$/u.test(long);
}

/** Letters that only systems of transliteration exchange; a swapped or lost letter is none of them. */
function isTransliterated(a: string, b: string): boolean {
  const doubled = (word: string) => word.replace(/(.)\1/gu, "$1");
  return doubled(a) !== doubled(b);
}

function hasSameMarks(de: string, en: string, a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length);
  return (
    de.length !== a.length ||
    en.length !== b.length ||
    de.slice(0, shared).toLowerCase() === en.slice(0, shared).toLowerCase() ||
    !a.startsWith(b.slice(0, shared))
  );
}

function translates(lexicon: Lexicon, german: NameSpelling, english: NameSpelling): boolean {
  const from = lexicon.german.get(german.stem.de);
  const to = lexicon.english.get(english.stem.en);
  if (from === undefined || to === undefined) return false;
  const { starts, targets } = lexicon.toEnglish;
  for (let at = starts[from] ?? 0; at < (starts[from + 1] ?? 0); at += 1)
    if (targets[at] === to) return true;
  return false;
}

/** What seems to have gone wrong between two names that look alike; `null` where they do not. */
function mistakeOf(
  german: NameToken,
  english: NameToken,
  { spellingOf }: Context,
): "name-spelling" | "name-diacritics" | null {
  const [de, en] = [withoutEnding(plainName(german.text)), withoutEnding(plainName(english.text))];
  const [a, b] = [foldName(de), foldName(en)];
  if (a === b)
    return de === en || isUsuallyUnmarked(b) || englishNames.has(de.toLowerCase())
      ? null
      : "name-diacritics";
  if (isMisspeltPair(a, b, german, english)) return "name-spelling";
  if (Math.max(a.length, b.length) < 5 || isInTables(spellingOf(de), spellingOf(en))) return null;
  // A noun is not often meant for a name: only a slip of one letter makes it one.
  const limit = Math.max(a.length, b.length) >= 8 && !german.isNounLike ? 2 : 1;
  const distance = editDistance(a, b, limit);
  if (
    distance > limit ||
    isTranslatedEnding(a, b) ||
    a.endsWith(b) ||
    b.endsWith(a) ||
    isVowelShift(a, b)
  )
    return null;
  return "name-spelling";
}

/** "Wien" and "Viena", "Brüsel" and "Brussels": nearly what a table says that the other one is called. */
function isMisspeltPair(a: string, b: string, german: NameToken, english: NameToken): boolean {
  const isNear = (word: string, others: readonly string[]) =>
    word.length >= 5 &&
    others.some((other) => {
      const folded = foldName(other);
      return folded.length >= 5 && folded !== word && editDistance(folded, word, 1) === 1;
    });
  return (
    (!isTableName(plainName(english.text), "en") &&
      isNear(b, otherNamesOf(plainName(german.text), "de"))) ||
    (!isTableName(plainName(german.text), "de") &&
      isNear(a, otherNamesOf(plainName(english.text), "en")))
  );
}

/** "Mursi" and "Morsi", "Qaida" and "Qaeda": vowels that Arabic does not write. */
function isVowelShift(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const pairs = Array.from(a, (letter, index) => letter + b.charAt(index)).filter(
    ([x, y]) => x !== y,
  );
  return pairs.length <= 1 && pairs.every((pair) => /^(?:ou|uo|ei|ie|iy|yi)$/u.test(pair));
}

/** "Aristoteles" and "Aristotle", "Sardinien" and "Sardinia": the languages end such names differently. */
function isTranslatedEnding(german: string, english: string): boolean {
  let same = 0;
  while (same < Math.min(german.length, english.length) && german[same] === english[same])
    same += 1;
  const rest = [german.slice(same), english.slice(same)];
  // "Rattle" and "Rattel": the same letters in another order.
  if (rest[0] !== rest[1] && sorted(rest[0] ?? "") === sorted(rest[1] ?? "")) return false;
  const isEnding = rest.every((each) => each.length <= 4) && german.length - same <= 4;
  const endings =
    /^(?:|u|ien|ia|e|es|en|ien|ia|a|us|os|is|y|ie|i|er|ern|ers|ian|n|s|o|on|um|le|el|l|te|t|ik|ic|ics|isch|ine|in|al|ell|k|c|que|kus|cus|d|de|th|sk|sky|ski|skij|skyj|ow|ov|off|ew|ev)$/u;
  return (
    isEnding &&
    same >= 3 &&
    rest.every((each) => endings.test(each)) &&
    !hasLostEnd(german, english) &&
    german.at(-1) !== english.at(-1)
  );
}

function sorted(word: string): string {
  return Array.from(word).sort().join("");
}

const fullName = /(?<!\p{L})(\p{Lu}\p{Ll}{2,}) (?=(\p{Lu}\p{Ll}{4,})(?!\p{L}))/gu;

/** "Merle Achterkamp" and "Merle Achtercamp": what transliterations exchange is a slip after the same first name, in a name of Latin letters. */
function slipsBesideNames(unit: Unit, context: Context): Flaw[] {
  return Array.from(unit.en.text.matchAll(fullName)).flatMap((match): Flaw[] => {
    const [, first = "", last = ""] = match;
    if (unit.de.text.includes(last) || isTableName(last, "en")) return [];
    if (context.lexicon && knows(context.lexicon, last, "en")) return [];
    const german = Array.from(unit.de.text.matchAll(fullName)).find(
      (each) => each[1] === first && isOneLetterOff(each[2] ?? "", last),
    );
    const name = german?.[2];
    if (!german || name === undefined || unit.en.text.includes(name)) return [];
    if (isTableName(name, "de")) return [];
    const token = (text: string, end: number): NameToken => ({
      text,
      start: end - text.length,
      end,
      isName: true,
      isNounLike: false,
    });
    const pair = [
      token(name, german.index + german[0].length + name.length),
      token(last, match.index + match[0].length + last.length),
    ] as const;
    return meetAgain(unit, pair[0], pair[1], context) ? [] : [differs("name-spelling", ...pair)];
  });
}

/** One letter within the name is another one, and none of those that alphabets exchange: "Lawrow", "Lavrov". */
function isOneLetterOff(german: string, english: string): boolean {
  if (german.length !== english.length) return false;
  const apart = Array.from(german, (letter, index) => `${letter}${english.charAt(index)}`).filter(
    ([x, y]) => x !== y,
  );
  const [only] = apart;
  if (apart.length !== 1 || only === undefined || german.at(-1) !== english.at(-1)) return false;
  if (german.at(0) !== english.at(0)) return false;
  return (
    foldName(only[0] ?? "") !== foldName(only[1] ?? "") && !/^(?:wv|vw|jy|yj|sz|zs)$/u.test(only)
  );
}

/**
 * "Herr Tillmanns ließ sich durch Herrn Obermoser vertreten", "Mr Obermoser was represented by Mr Obermoser": a name that the other side has once more
 * stands for one that it does not have.
 */
function saidInstead(unit: Unit, names: Names, context: Context): Flaw[] {
  return languages.flatMap((side): Flaw[] => {
    const other = otherLanguage(side);
    const [lost, second] = names[other].filter(({ isName }) => isName);
    if (!lost || second || names[side].some(({ isName }) => isName)) return [];
    const sure = (of: Language) =>
      nameCandidates(unit[of].text, of, unit[otherLanguage(of)].text, context).filter(
        ({ isName }) => isName,
      );
    const [own, theirs] = [sure(side), sure(other)];
    if (own.length !== theirs.length) return [];
    const place = theirs.findIndex(({ start }) => start === lost.start);
    const instead = own[place];
    if (!instead) return [];
    const count = (list: readonly NameToken[]) =>
      list.filter(({ text }) => text === instead.text).length;
    if (count(own) < 2 || count(own) !== count(theirs) + 1) return [];
    const flaw = {
      rule: "name" as const,
      side,
      span: { start: instead.start, end: instead.end },
      counterpart: { start: lost.start, end: lost.end },
      values: { text: instead.text, other: lost.text },
    };
    return [flaw];
  });
}

/** "Ben Hagman" and "Ben Portugal": names beside the same name. */
function besideSharedNames(
  unit: Unit,
  de: readonly NameToken[],
  en: readonly NameToken[],
  context: Context,
): Flaw[] {
  return en.flatMap((english): Flaw[] => {
    const shared = besideName(unit.en.text, english).filter((word) => unit.de.text.includes(word));
    const german = de.find((each) =>
      besideName(unit.de.text, each).some((word) => shared.includes(word)),
    );
    if (!german || isCognate(german, english) || isElsewhere(unit, german, english, context))
      return [];
    return [differs("name", german, english)];
  });
}

/** The words written large directly before and after a name. */
function besideName(text: string, { start, end }: NameToken): string[] {
  const before = /(\p{Lu}\p{Ll}{2,}) $/u.exec(text.slice(0, start))?.[1];
  const after = /^ (\p{Lu}\p{Ll}{2,})/u.exec(text.slice(end))?.[1];
  return [before, after].filter((word) => word !== undefined);
}

/** Names that a table has or that are spelled alike, each without its counterpart: "Köln" and "Koblenz", "Anna" and "Hanna". */
function sureNames(
  unit: Unit,
  de: readonly NameToken[],
  en: readonly NameToken[],
  context: Context,
): Flaw[] {
  const sure = {
    de: de.filter(({ text }) => isPlaceName(text, "de")),
    en: en.filter(({ text }) => isPlaceName(text, "en")),
  };
  if (sure.de.length !== sure.en.length) return [];
  return sure.en.flatMap((english, index): Flaw[] => {
    const german = sure.de[index];
    if (!german || isElsewhere(unit, german, english, context)) return [];
    return [differs("name", german, english)];
  });
}

/** One name here and another there: only where each side has a name left, at about the same place. */
function otherNames(
  unit: Unit,
  de: readonly NameToken[],
  en: readonly NameToken[],
  context: Context,
): Flaw[] {
  if (de.length === 0 || en.length === 0 || Math.abs(de.length - en.length) > 1 || en.length > 2)
    return [];
  const flaws: Flaw[] = [];
  const used = new Set<NameToken>();
  for (const english of en) {
    const place = english.start / unit.en.text.length;
    const german = de
      .filter((each) => !used.has(each))
      .map((each) => ({ each, apart: Math.abs(each.start / unit.de.text.length - place) }))
      .sort((x, y) => x.apart - y.apart)[0];
    if (!german || german.apart > 0.4 || isCognate(german.each, english)) continue;
    if (isDoubtful(unit, german.each, english)) continue;
    // A name that is known for one does not stand for any noun.
    if (isPlaceName(english.text, "en") && !german.each.isName) continue;
    used.add(german.each);
    if (isElsewhere(unit, german.each, english, context)) continue;
    flaws.push(differs("name", german.each, english));
  }
  return flaws;
}

/** Titles in quotation marks, and words at the head of a sentence that are written large there whatever they are. */
function isDoubtful(unit: Unit, german: NameToken, english: NameToken): boolean {
  if (isPlaceName(german.text, "de") && isPlaceName(english.text, "en")) return false;
  const isQuoted = (text: string, { start }: NameToken) =>
    (text.slice(0, start).match(/["„“”«»]/gu)?.length ?? 0) % 2 === 1 &&
    !/[,.!?]["“”»«]/u.test(text.slice(start));
  if (isQuoted(unit.de.text, german) || isQuoted(unit.en.text, english)) return true;
  if (english.start > 0 || german.isName) return !german.isName && german.text.length > 12;
  return german.start > 0 || german.text.length > 12 || /(?:er|es|e)$/u.test(german.text);
}

// "Schwaripow" and "Sharipov" differ by less, "Hartung" and "Hartmann" by more.
const likeness = 0.3;

/** "Moldawien" and "Moldavia": spelled alike they are one name, unless a table says that they are two. */
function isCognate(german: NameToken, english: NameToken): boolean {
  const [a, b] = [soundOf(plainName(german.text)), soundOf(plainName(english.text))];
  if (isPlaceName(german.text, "de") && isPlaceName(english.text, "en")) return false;
  const length = Math.max(a.length, b.length);
  if (a.includes(b) || b.includes(a)) return true;
  return a.slice(0, 2) === b.slice(0, 2) && editDistance(a, b, length) <= likeness * length;
}

/** Whether a sentence beside this one has either name only on the other side, or the two meet again: then they are translations. */
function isElsewhere(unit: Unit, german: NameToken, english: NameToken, context: Context): boolean {
  const has = (text: string, name: string) =>
    foldName(text).includes(foldName(withoutEnding(plainName(name))));
  const hasMoved = context
    .neighboursOf(unit)
    .some(
      ({ de, en }) =>
        (has(en.text, german.text) && !has(de.text, german.text)) ||
        (has(de.text, english.text) && !has(en.text, english.text)),
    );
  return hasMoved || meetAgain(unit, german, english, context);
}

/** Two people of one story meet too, each on both sides: only where neither has a counterpart of its own do they stand for each other. */
function meetAgain(
  unit: Unit,
  german: NameToken,
  english: NameToken,
  { document }: Context,
): boolean {
  const de = withoutEnding(plainName(german.text));
  const en = withoutEnding(plainName(english.text));
  return document.units.some(
    (other) =>
      other !== unit &&
      other.de.text.includes(de) &&
      other.en.text.includes(en) &&
      !(other.en.text.includes(de) && other.de.text.includes(en)),
  );
}
