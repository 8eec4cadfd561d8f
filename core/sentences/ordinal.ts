import { isFunctionWord } from "../text/function-words";
import { numberWord } from "../text/number-word";
import type { Candidate } from "./candidate";

/**
 * "am 3. Oktober", "im 19. Jahrhundert", "Ludwig XIV. Kapelle": in German a stop makes a number an ordinal, unless a word follows that starts
 * sentences, or another number: "Wind Südwest, 3. Zwei Dampfer".
 */
export function isOrdinal(candidate: Candidate): boolean {
  const { language, mark, closers, word, openers, nextWord } = candidate;
  if (language !== "de" || mark !== "." || closers !== "" || openers !== "") return false;
  if (!/^(?:\d{1,3}|[IVXLC]+|\d{1,2}\.\d{1,2})$/u.test(word)) return false;
  if (isFunctionWord(nextWord, language) || numberWord(nextWord.toLowerCase(), "de") !== null)
    return false;
  return !isLastOfList(candidate);
}

const month =
  /^(?:Jänner|Januar|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$/u;

/** "Wind Südwest, 3. Klare Sicht.": a number after a comma, before a noun whose adjective is written large because it begins a sentence. */
function isLastOfList({ before, word, next, nextWord }: Candidate): boolean {
  if (!before.slice(0, before.length - word.length).endsWith(", ")) return false;
  return !month.test(nextWord) && /^\p{Lu}\p{Ll}+e[rsnm]? \p{Lu}\p{Ll}/u.test(next);
}
