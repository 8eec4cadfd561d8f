import { isFunctionWord } from "../text/function-words";
import type { Candidate } from "./candidate";

/** "J. S. Bach", "Michael S. Müller": an initial goes on to a name, unless a word follows that starts sentences. */
export function isInitial({ mark, closers, word, nextWord, language }: Candidate): boolean {
  if (mark !== "." || closers !== "") return false;
  if (!/^(?:\p{L}\.)*-?\p{L}$/u.test(word)) return false;
  return !isFunctionWord(nextWord, language);
}
