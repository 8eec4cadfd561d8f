import type { Language } from "../article/language";
import { isFunctionWord } from "./function-words";

export type LanguageGuess = {
  readonly language: Language;
  /** From 0.5 (no sign of either) to 1. */
  readonly confidence: number;
};

/** Which of the two languages a passage is written in; a short line is better judged with its neighbours. */
export function identifyLanguage(text: string): LanguageGuess {
  const evidence = languageEvidence(text).german;
  const confidence = 1 / (1 + Math.exp(-Math.abs(evidence)));
  return { language: evidence >= 0 ? "de" : "en", confidence };
}

export type LanguageEvidence = {
  /** Log-odds of German against English: above 0 for German. */
  readonly german: number;
  /** How many words are function words of German alone, of English alone, and how many words there are. */
  readonly germanWords: number;
  readonly englishWords: number;
  readonly words: number;
};

const functionWordOdds = 2;
const spellingOdds = 1;

const germanSpelling =
  /^ge.+t$|sch|(?:ung|ungen|keit|keiten|heit|heiten|lich|lichen|liche|isch|ische|ischen|ieren|iert|chen|nis|tät)$/u;
const englishSpelling =
  /(?:ing|tion|tions|ity|ities|ness|ment|ments|ous|ful|ship|ence|ance|ably|ally|ed|ly|ies|ght)$|^th|wh|ough|ck?y$/u;

/** Stop words, endings and spellings of both languages, counted: evidence of neighbouring passages can be added up. */
export function languageEvidence(text: string): LanguageEvidence {
  let german = 0;
  let germanWords = 0;
  let englishWords = 0;
  let words = 0;
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    words += 1;
    const odds = clockOdds(word, text.slice(0, index)) ?? wordOdds(word.toLowerCase());
    if (odds === functionWordOdds) germanWords += 1;
    if (odds === -functionWordOdds) englishWords += 1;
    german += odds + umlautOdds(word);
  }
  return { german, germanWords, englishWords, words };
}

/** In English umlauts stand in names. */
function umlautOdds(word: string): number {
  if (!/[äöüß]/u.test(word)) return 0;
  return /^\p{Lu}/u.test(word) ? spellingOdds / 2 : spellingOdds;
}

/** "9 Uhr" and "9:00 am": what stands behind the hour, though "am" is a word of both languages. `null` where it is no time. */
function clockOdds(word: string, before: string): number | null {
  if (/^Uhr$/u.test(word)) return /\d\s?$/u.test(before.slice(-2)) ? functionWordOdds : null;
  if (!/^(?:am|pm)$/iu.test(word)) return null;
  return twelveHourClock.test(before.slice(-7)) ? -functionWordOdds : null;
}

/** No "um 15:30 am Samstag", and no "am 3. 10. am Abend". */
const twelveHourClock = /(?<![\d.:])(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?\s?$/u;

function wordOdds(word: string): number {
  const isGerman = isFunctionWord(word, "de");
  const isEnglish = isFunctionWord(word, "en");
  if (isGerman !== isEnglish) return isGerman ? functionWordOdds : -functionWordOdds;
  if (isGerman || word.length < 4) return 0;
  const looksGerman = germanSpelling.test(word);
  if (looksGerman === englishSpelling.test(word)) return 0;
  return looksGerman ? spellingOdds : -spellingOdds;
}
