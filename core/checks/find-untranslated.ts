import { type Language, languages, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import { languageEvidence } from "../text/identify-language";
import type { Context, UnitRule } from "./context";
import type { Flaw } from "./flaw";
import { knows } from "./knows-word";

/** A side that is written in the other language; names, and words that both languages have, are no language. */
export const findUntranslated: UnitRule = (unit, context) =>
  languages.flatMap((side): Flaw[] => {
    const { text } = unit[side];
    if (!isForeign(text, side, context)) return [];
    return [{ rule: "untranslated", side, span: { start: 0, end: text.length }, values: { text } }];
  });

/** Whether a text as a whole is in the other language. */
export function isForeign(text: string, side: Language, { lexicon }: Context): boolean {
  const { germanWords, englishWords, words } = languageEvidence(text);
  const foreign = side === "de" ? englishWords : germanWords;
  const own = side === "de" ? germanWords : englishWords;
  if (words < 2) return false;
  if (foreign >= 2 && own === 0 && foreign / words >= 0.2) return true;
  if (foreign >= 3 && foreign >= 4 * own) return true;
  // Without small words ("Device cleaned daily") the lexicon tells.
  if (!lexicon || own > 0 || foreign === 0 || words < 3) return false;
  return (
    knownShare(text, otherLanguage(side), lexicon) > 0.8 && knownShare(text, side, lexicon) < 0.4
  );
}

function knownShare(
  text: string,
  language: Language,
  lexicon: NonNullable<Context["lexicon"]>,
): number {
  const list = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = list.filter(
    (word) => isFunctionWord(word, language) || knows(lexicon, word, language),
  );
  return list.length === 0 ? 0 : known.length / list.length;
}
