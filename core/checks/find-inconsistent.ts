import { splitTokens } from "../alignment/word-links/split-tokens";
import { type Language, languages, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import type { Unit } from "./checked-document";
import type { Context } from "./context";
import { counterpartSpan } from "./counterpart-span";
import type { Flaw } from "./flaw";
import { lemmaOf } from "./lemma";

export type UnitFlaw = { readonly unit: Unit; readonly flaw: Flaw };

/**
 * The same German sentence with other English words, and other German sentences with the same English one. Short ones ("Ja.", "Bank") mean
 * different things in different places; forms of one word ("Haben Sie Hunger?", "Habt ihr Hunger?") are no difference.
 */
export function findInconsistent(context: Context): UnitFlaw[] {
  return languages.flatMap((side) => {
    const other = otherLanguage(side);
    return repeated(context.document.units, side).flatMap((units) => {
      const [first] = units;
      if (!first) return [];
      const usual = usualMeaning(units, other, context);
      const pattern =
        units.find((unit) => meaningOf(unit[other].text, other, context) === usual) ?? first;
      return units.flatMap((unit): UnitFlaw[] => {
        if (isSameMeaning(meaningOf(unit[other].text, other, context), usual)) return [];
        const flaw: Flaw = {
          rule: side === "de" ? "inconsistent-translation" : "same-translation",
          side: other,
          span: { start: 0, end: unit[other].text.length },
          counterpart: { start: 0, end: unit[side].text.length },
          values: { text: unit[other].text, other: pattern[other].text, source: unit[side].text },
        };
        return [{ unit, flaw }];
      });
    });
  });
}

/** Sentences of a side that stand in the document more than once. */
function repeated(units: readonly Unit[], side: Language): Unit[][] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const words = splitTokens(unit[side].text);
    if (unit.isLine || words.length < 3 || unit[otherLanguage(side)].text === "") continue;
    const key = words.map(({ text }) => text.toLowerCase()).join(" ");
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The commonest translation; of equally common ones the first. */
function usualMeaning(units: readonly Unit[], other: Language, context: Context): string {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const meaning = meaningOf(unit[other].text, other, context);
    counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

// Forms of address that the list of small words does not have.
const auxiliary =
  /^(?:habt|hast|hattet|hattest|seid|bist|wart|warst|wirst|werdet|willst|wollt|kannst|könnt|musst|müsst|sollst|sollt|darfst|dürft|du|dich|dir|deine?[rnsm]?|eure?[rnsm]?)$/iu;

/** The words with a meaning of their own, without their forms. */
function meaningOf(text: string, language: Language, { lexicon }: Context): string {
  return splitTokens(text)
    .filter((token) => !isFunctionWord(token.text, language) && !auxiliary.test(token.text))
    .map((token) => lemmaOf(token.text, language, lexicon))
    .sort()
    .join(" ");
}

/** Words that begin alike are forms of one word, as far as a stemmer does not know better: "habt" and "haben". */
function isSameMeaning(a: string, b: string): boolean {
  const [first, second] = [a.split(" "), b.split(" ")];
  const alone = (list: readonly string[], others: readonly string[]) =>
    list.filter(
      (word) =>
        !others.some(
          (other) =>
            other === word || (!word.startsWith("#") && word.slice(0, 3) === other.slice(0, 3)),
        ),
    );
  return alone(first, second).length === 0 && alone(second, first).length === 0;
}

const minTerm = 7;
const minOthers = 3;

/** A German noun that is two English words everywhere in the document, and none of them here: "Schiedsstelle", "arbitration board". */
export function findInconsistentTerms(context: Context): UnitFlaw[] {
  const byNoun = new Map<string, Unit[]>();
  const byPhrase = new Map<string, Set<Unit>>();
  const words = new Map<Unit, readonly string[]>();
  for (const unit of context.document.units) {
    if (unit.de.text === "" || unit.en.text === "") continue;
    for (const stem of nounsOf(unit, context))
      byNoun.set(stem, [...(byNoun.get(stem) ?? []), unit]);
    const own = wordsOf(unit, context);
    words.set(unit, own);
    own.slice(1).forEach((word, index) => {
      const phrase = `${own[index]} ${word}`;
      byPhrase.set(phrase, (byPhrase.get(phrase) ?? new Set()).add(unit));
    });
  }
  return [...byNoun].flatMap(([noun, units]): UnitFlaw[] => {
    if (units.length < minOthers + 1 || units.length > 40) return [];
    return units.flatMap((unit): UnitFlaw[] => {
      const others = units.filter((each) => each !== unit);
      const phrase = sharedPhrase(others, words, byPhrase);
      const own = words.get(unit) ?? [];
      if (!phrase || phrase.some((word) => own.includes(word))) return [];
      if (context.lexicon && isPlain(noun)) return [];
      if (!isLowerCase(phraseText(others[0], phrase, context))) return [];
      const token = splitTokens(unit.de.text).find(
        ({ text }) => lemmaOf(text, "de", context.lexicon) === noun,
      );
      if (!token) return [];
      const flaw: Flaw = {
        rule: "inconsistent-term",
        side: "en",
        span: counterpartSpan(unit, "de", token, context),
        counterpart: { start: token.start, end: token.end },
        values: { text: token.text, right: phraseText(others[0], phrase, context) },
      };
      return [{ unit, flaw }];
    });
  });
}

/** A word that the lexicon has itself is translated now so, now otherwise; terms are mostly compounds. */
function isPlain(lemma: string): boolean {
  return lemma.startsWith("#");
}

/** Names beside a noun are no translation of it. */
function isLowerCase(phrase: string): boolean {
  return /^[\p{Ll} '’-]+$/u.test(phrase);
}

function nounsOf(unit: Unit, { lexicon }: Context): string[] {
  const nouns = splitTokens(unit.de.text).filter(
    ({ text }, index) => index > 0 && text.length >= minTerm && /^\p{Lu}\p{Ll}+$/u.test(text),
  );
  return [...new Set(nouns.map(({ text }) => lemmaOf(text, "de", lexicon)))];
}

function wordsOf(unit: Unit, { lexicon }: Context): string[] {
  return splitTokens(unit.en.text)
    .filter(({ text }) => !isFunctionWord(text, "en"))
    .map(({ text }) => lemmaOf(text, "en", lexicon));
}

/** Two neighbouring words that all those units have, and no other. */
function sharedPhrase(
  others: readonly Unit[],
  words: ReadonlyMap<Unit, readonly string[]>,
  byPhrase: ReadonlyMap<string, ReadonlySet<Unit>>,
): [string, string] | null {
  const [first] = others;
  const own = (first && words.get(first)) ?? [];
  for (let at = 1; at < own.length; at += 1) {
    const [a, b] = [own[at - 1] ?? "", own[at] ?? ""];
    const units = byPhrase.get(`${a} ${b}`);
    if (units?.size === others.length && others.every((unit) => units.has(unit))) return [a, b];
  }
  return null;
}

function phraseText(
  unit: Unit | undefined,
  [a, b]: readonly [string, string],
  { lexicon }: Context,
): string {
  if (!unit) return "";
  const words = splitTokens(unit.en.text).filter(({ text }) =>
    [a, b].includes(lemmaOf(text, "en", lexicon)),
  );
  return words
    .slice(0, 2)
    .map(({ text }) => text)
    .join(" ");
}
