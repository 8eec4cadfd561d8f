import { splitTokens } from "../alignment/word-links/split-tokens";
import { type Language, languages, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import type { Unit } from "./checked-document";
import type { Context } from "./context";
import { counterpartSpan } from "./counterpart-span";
import type { UnitFlaw } from "./find-inconsistent";
import type { Flaw, Span } from "./flaw";
import { lemmaOf } from "./lemma";

/**
 * What a short text is about, under another name in one sentence: "ledger" is "Hauptbuch" everywhere and "Kassenheft" here;
 * or under the name of something else: "Ventil" is "valve", "Klappe" is "flap", and here "Klappe" is "valve". In a long text
 * a word is translated now so, now otherwise, for good reasons: there three sentences prove nothing.
 */
export function findTermSlips(context: Context): UnitFlaw[] {
  const units = context.document.units.filter(
    (unit) => !unit.isLine && unit.de.text !== "" && unit.en.text !== "",
  );
  if (units.length < 3 || units.length > longText) return [];
  const terms = { de: termsOf(units, "de", context), en: termsOf(units, "en", context) };
  return languages.flatMap((side) => {
    const slips = [
      ...otherNames(units, side, terms, context),
      ...takenNames(units, side, terms, context),
    ];
    return slips.filter(
      ({ unit }, index) => slips.findIndex((each) => each.unit === unit) === index,
    );
  });
}

// A page or two; beyond that nothing stands in most sentences, and looking for it would take time.
const longText = 40;
// The subject of a text stands in most of its sentences.
const subjectShare = 0.75;

type Terms = {
  /** The units that a word stands in. */
  readonly units: ReadonlyMap<string, ReadonlySet<Unit>>;
  /** The words of a unit and where the first of each stands. */
  readonly words: ReadonlyMap<Unit, ReadonlyMap<string, Span & { readonly text: string }>>;
};

function termsOf(units: readonly Unit[], side: Language, { lexicon }: Context): Terms {
  const places = new Map<string, Set<Unit>>();
  const words = new Map<Unit, Map<string, Span & { text: string }>>();
  for (const unit of units) {
    const own = new Map<string, Span & { text: string }>();
    for (const { text, start, end } of splitTokens(unit[side].text)) {
      if (!mayBeTerm(text, side, start)) continue;
      const lemma = lemmaOf(text, side, lexicon);
      if (own.has(lemma)) continue;
      own.set(lemma, { text, start, end });
      places.set(lemma, (places.get(lemma) ?? new Set()).add(unit));
    }
    words.set(unit, own);
  }
  return { units: places, words };
}

/** A German noun; an English word with a meaning of its own that is no name. */
function mayBeTerm(text: string, side: Language, start: number): boolean {
  if (text.length < 4 || isFunctionWord(text.toLowerCase(), side)) return false;
  if (side === "de") return /^\p{Lu}\p{Ll}+$/u.test(text);
  return /^\p{Ll}+$/u.test(text) || (start === 0 && /^\p{Lu}\p{Ll}+$/u.test(text));
}

/** A word with one translation in all other sentences it stands in, and not here. */
function otherNames(
  units: readonly Unit[],
  side: Language,
  terms: Readonly<Record<Language, Terms>>,
  context: Context,
): UnitFlaw[] {
  const other = otherLanguage(side);
  return [...terms[other].units].flatMap(([source, holders]): UnitFlaw[] => {
    if (holders.size < 3 || holders.size < subjectShare * units.length) return [];
    return [...holders].flatMap((unit): UnitFlaw[] => {
      const rest = [...holders].filter((each) => each !== unit);
      const name = [...(terms[side].words.get(rest[0] ?? unit)?.keys() ?? [])].find((word) =>
        isExactly(terms[side].units.get(word), rest),
      );
      if (name === undefined) return [];
      const right = terms[side].words.get(rest[0] ?? unit)?.get(name)?.text ?? "";
      // "Kassenbuch" for "Buch": the other part is left out, or named.
      if (isNamedIn(unit[side].text, right) || !hasOwnTerm(unit, side, terms)) return [];
      if (hasOtherMeaning(source, unit, side, terms, context)) return [];
      const place = terms[other].words.get(unit)?.get(source);
      if (!place) return [];
      return [slipAt(unit, side, counterpartSpan(unit, other, place, context), place, right)];
    });
  });
}

/** The translation of another word, which has one of its own elsewhere. */
function takenNames(
  units: readonly Unit[],
  side: Language,
  terms: Readonly<Record<Language, Terms>>,
  context: Context,
): UnitFlaw[] {
  const other = otherLanguage(side);
  return [...terms[side].units].flatMap(([taken, holders]): UnitFlaw[] => {
    if (holders.size < 2) return [];
    return [...holders].flatMap((unit): UnitFlaw[] => {
      const owners = [...holders].filter((each) => each !== unit);
      const owner = [...(terms[other].words.get(owners[0] ?? unit)?.keys() ?? [])].find((word) =>
        isExactly(terms[other].units.get(word), owners),
      );
      if (owner === undefined) return [];
      for (const [word, place] of terms[other].words.get(unit) ?? []) {
        const elsewhere = [...(terms[other].units.get(word) ?? [])].filter(
          (each) => each !== unit && !holders.has(each),
        );
        const [first] = elsewhere;
        const there = first && terms[other].words.get(first)?.get(word);
        if (!there || elsewhere.length + holders.size < subjectShare * units.length) continue;
        const { start, end } = counterpartSpan(first, other, there, context);
        const right = first[side].text.slice(start, end);
        const span = terms[side].words.get(unit)?.get(taken);
        return span ? [slipAt(unit, side, span, place, right)] : [];
      }
      return [];
    });
  });
}

function isExactly(units: ReadonlySet<Unit> | undefined, wanted: readonly Unit[]): boolean {
  return units?.size === wanted.length && wanted.every((unit) => units.has(unit));
}

/** Whether a word stands in a text as a part of another one. */
function isNamedIn(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase().slice(0, 5));
}

/** Whether the sentence has a noun that no other has: what the term may be called here. */
function hasOwnTerm(unit: Unit, side: Language, terms: Readonly<Record<Language, Terms>>): boolean {
  return [...(terms[side].words.get(unit)?.keys() ?? [])].some(
    (word) => terms[side].units.get(word)?.size === 1,
  );
}

/** Whether the lexicon translates the word by another that stands here: "Schloss" is a castle there, and a lock here. */
function hasOtherMeaning(
  source: string,
  unit: Unit,
  side: Language,
  terms: Readonly<Record<Language, Terms>>,
  { lexicon }: Context,
): boolean {
  if (!lexicon || !source.startsWith("#")) return false;
  const known = side === "en" ? lexicon.toEnglish : lexicon.toGerman;
  const number = Number(source.slice(1));
  const meanings = known.targets.subarray(known.starts[number], known.starts[number + 1]);
  return [...(terms[side].words.get(unit)?.keys() ?? [])].some(
    (word) => word.startsWith("#") && meanings.includes(Number(word.slice(1))),
  );
}

function slipAt(
  unit: Unit,
  side: Language,
  { start, end }: Span,
  source: Span & { readonly text: string },
  right: string,
): UnitFlaw {
  const flaw: Flaw = {
    rule: "inconsistent-term",
    side,
    span: { start, end },
    counterpart: { start: source.start, end: source.end },
    values: { text: source.text, right },
  };
  return { unit, flaw };
}
