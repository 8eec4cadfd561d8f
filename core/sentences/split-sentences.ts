import type { Language } from "../article/language";
import { isAbbreviation } from "./abbreviation";
import { isBracketedAside } from "./bracketed-aside";
import { findCandidates } from "./candidate";
import { isInitial } from "./initial";
import { isListNumber } from "./list-number";
import { continuesInLowerCase } from "./lower-case";
import { isNumberedReference } from "./numbered-reference";
import { isOrdinal } from "./ordinal";
import { isSpeechTag } from "./speech-tag";

/** Each says of a candidate that the sentence goes on. */
const rules = [
  continuesInLowerCase,
  isAbbreviation,
  isNumberedReference,
  isInitial,
  isOrdinal,
  isListNumber,
  isBracketedAside,
  isSpeechTag,
];

/**
 * Splits without loss: joining the sentences gives back the text. White space after a sentence belongs to it, white space
 * at the start of the text to the first. A text without a sentence end is one sentence, the empty text none.
 */
export function splitSentences(text: string, language: Language): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { candidate, nextStart } of findCandidates(text, language, () => start)) {
    if (rules.some((goesOn) => goesOn(candidate))) continue;
    sentences.push(text.slice(start, nextStart));
    start = nextStart;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}
