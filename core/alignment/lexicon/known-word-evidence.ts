import { isFunctionWord } from "../../text/function-words";
import { type LanguageEvidence, languageEvidence } from "../../text/identify-language";
import { splitCompound } from "../../text/split-compound";
import { stemEnglish } from "../../text/stem-english";
import { stemGerman } from "../../text/stem-german";
import type { Lexicon } from "./lexicon";

const knownWordOdds = 1.5;

const sharedByBoth = Number.NaN;

/**
 * Evidence for a language from all words that a lexicon knows in that language alone, counted as function words are: lists, tables and short lines of
 * dialogue or verse have few of those. Words of both languages and single letters (units, variables) are not counted at all.
 */
export function knownWordEvidence(lexicon: Lexicon): (text: string) => LanguageEvidence {
  const known = new Map<string, number>();
  const oddsOf = (word: string) => {
    const odds = known.get(word) ?? wordOdds(word, lexicon);
    known.set(word, odds);
    return odds;
  };
  return (text) => {
    let { german, germanWords, englishWords, words } = languageEvidence(text);
    for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
      const odds = oddsOf(word.toLowerCase());
      if (Number.isNaN(odds)) words -= 1;
      else german += odds;
      if (odds > 0) germanWords += 1;
      if (odds < 0) englishWords += 1;
    }
    return { german, germanWords, englishWords, words };
  };
}

function wordOdds(word: string, { german, english }: Lexicon): number {
  if (isFunctionWord(word, "de") || isFunctionWord(word, "en")) return 0;
  if (word.length < 2) return sharedByBoth;
  const stem = stemGerman(word);
  const isKnown = (part: string) => german.has(part);
  const isEnglish = english.has(stemEnglish(word));
  const isGerman = isKnown(stem) || (!isEnglish && splitCompound(stem, isKnown) !== null);
  if (isGerman && isEnglish) return sharedByBoth;
  if (!isGerman && !isEnglish) return 0;
  return isGerman ? knownWordOdds : -knownWordOdds;
}
