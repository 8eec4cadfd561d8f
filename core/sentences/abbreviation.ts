import { isFunctionWord } from "../text/function-words";
import { inner, possiblyFinal } from "./abbreviations";
import type { Candidate } from "./candidate";

/**
 * "Dr. Berg", "z. B. Kobalt": the stop of an abbreviation does not end the sentence. Abbreviations that also stand last
 * ("usw.", "U.S.") end it only before a word that starts sentences: "im U.S. Bureau", but "in the U.S. The court".
 */
export function isAbbreviation(candidate: Candidate): boolean {
  if (candidate.mark !== "." || candidate.closers !== "") return false;
  const word = candidate.word.toLowerCase();
  if (inner[candidate.language].has(word)) return true;
  const isDotted = /^(\p{L}\.){1,}\p{L}$/u.test(word);
  if (!isDotted && !possiblyFinal[candidate.language].has(word)) return false;
  return !startsSentence(candidate);
}

function startsSentence({ nextWord, openers, language }: Candidate): boolean {
  return isFunctionWord(nextWord, language) || /["'„“‚‘»«]/u.test(openers);
}
