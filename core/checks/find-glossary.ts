import { findSeparableVerbs } from "../alignment/word-links/separable-verbs";
import { splitTokens, type Token } from "../alignment/word-links/split-tokens";
import { type Language, languages, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import { weakVerbForms } from "../text/german-verb-forms";
import { foldGerman, stemGerman } from "../text/stem-german";
import type { Context, GlossaryTerm, UnitRule } from "./context";
import { counterpartSpan } from "./counterpart-span";
import type { Flaw, Span } from "./flaw";
import { lemmaOf } from "./lemma";

/** A term of the glossary, in any form, whose translation the other side does not have in any form. */
export const findGlossary: UnitRule = (unit, context) => {
  if (context.glossary.length === 0 || unit.de.text === "" || unit.en.text === "") return [];
  return languages.flatMap((side) => {
    const other = otherLanguage(side);
    return [...termsOf(context.glossary, side)].flatMap(([term, translations]): Flaw[] => {
      const span = findTerm(unit[side].text, term, side, context, false);
      if (!span) return [];
      if (translations.some((each) => findTerm(unit[other].text, each, other, context, true)))
        return [];
      const wanted = translations[0] ?? "";
      const place = counterpartSpan(unit, side, span, context);
      return [
        {
          rule: "glossary",
          side: other,
          span: place,
          counterpart: span,
          values: {
            text: unit[side].text.slice(span.start, span.end),
            term,
            right: translations.join(", ") || wanted,
          },
        },
      ];
    });
  });
};

/** Every term of a side with all its translations: a word may have several. */
function termsOf(glossary: readonly GlossaryTerm[], side: Language): Map<string, string[]> {
  const terms = new Map<string, string[]>();
  for (const pair of glossary) {
    const known = terms.get(pair[side]);
    const translation = pair[otherLanguage(side)];
    if (known) known.push(translation);
    else terms.set(pair[side], [translation]);
  }
  return terms;
}

/** Where a term stands, in any form and with few words between its parts; with `isLoose` also as part of a compound. */
function findTerm(
  text: string,
  term: string,
  side: Language,
  context: Context,
  isLoose: boolean,
): Span | null {
  const tokens = splitTokens(text);
  const content = splitTokens(term).filter((token) => !isFunctionWord(token.text, side));
  const wanted = content.length > 0 ? content : splitTokens(term);
  const places = wanted.map((word) => placesOf(word, tokens, side, context, isLoose));
  const first = places[0];
  if (!first || places.some((list) => list.length === 0)) return null;
  const reach = wanted.length + 5;
  for (const start of first) {
    const chosen = places.map((list) =>
      list.reduce((best, each) => (Math.abs(each - start) < Math.abs(best - start) ? each : best)),
    );
    const [low, high] = [Math.min(...chosen), Math.max(...chosen)];
    const from = tokens[low];
    const to = tokens[high];
    if (from && to && high - low < reach) return { start: from.start, end: to.end };
  }
  return null;
}

function placesOf(
  word: Token,
  tokens: readonly Token[],
  side: Language,
  context: Context,
  isLoose: boolean,
): number[] {
  const { lexicon } = context;
  const lemma = lemmaOf(word.text, side, lexicon);
  const isNoun = side === "de" && /^\p{Lu}/u.test(word.text);
  const verbs = side === "de" && !isNoun ? formsOfVerb(word.text) : null;
  const separable = verbs
    ? findSeparableVerbs(tokens, lexicon).filter(({ number }) => `#${number}` === lemma)
    : [];
  const stem = foldGerman(stemGerman(word.text.toLowerCase()));
  return tokens.flatMap((token, index) => {
    const isLarge = /^\p{Lu}/u.test(token.text);
    // "schloss" is no castle.
    if (side === "de" && isNoun && !isLarge) return [];
    if (side === "de" && !isNoun && isLarge && index > 0 && !isLoose) return [];
    if (lemmaOf(token.text, side, lexicon) === lemma) return [index];
    if (verbs?.has(foldGerman(token.text.toLowerCase()))) return [index];
    if (separable.some(({ verb }) => verb === index)) return [index];
    if (
      token.text.includes("-") &&
      token.text.split("-").some((part) => lemmaOf(part, side, lexicon) === lemma)
    )
      return [index];
    const isPart =
      isLoose &&
      side === "de" &&
      stem.length >= 4 &&
      foldGerman(token.text.toLowerCase()).includes(stem);
    return isPart ? [index] : [];
  });
}

function formsOfVerb(infinitive: string): ReadonlySet<string> | null {
  return /^[a-zäöüß]{4,}n$/u.test(infinitive) ? new Set(weakVerbForms(infinitive)) : null;
}
