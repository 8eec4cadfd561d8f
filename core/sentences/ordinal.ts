import { isFunctionWord } from "../text/function-words";
import { numberWord } from "../text/number-word";
import type { Candidate } from "./candidate";

/**
 * "am 3. Oktober", "im 19. Jahrhundert", "Ludwig XIV. Kapelle": in German a stop makes a number an ordinal, unless a word follows that starts
 * sentences, or another number: "Wind Südwest, 3. Zwei Dampfer".
 */
export function isOrdinal({
  language,
  mark,
  closers,
  word,
  openers,
  nextWord,
}: Candidate): boolean {
  if (language !== "de" || mark !== "." || closers !== "" || openers !== "") return false;
  if (!/^(?:\d{1,3}|[IVXLC]+|\d{1,2}\.\d{1,2})$/u.test(word)) return false;
  return !isFunctionWord(nextWord, language) && numberWord(nextWord.toLowerCase(), "de") === null;
}
