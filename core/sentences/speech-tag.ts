import { isFunctionWord } from "../text/function-words";
import type { Candidate } from "./candidate";

const speechVerb =
  /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,3}(?:said|says|asked|asks|replied|answered|added|cried|shouted|called|whispered|wondered|wrote|told|exclaimed|laughed)\b/u;

/**
 * “Why now?” Anna Berg asked: in English a name and a verb of speech go on with the sentence that was quoted. A pronoun with a capital begins
 * one: “Stop!” He said it twice.
 */
export function isSpeechTag({
  language,
  mark,
  closers,
  openers,
  next,
  nextWord,
}: Candidate): boolean {
  if (language !== "en" || mark === "." || openers !== "") return false;
  if (isFunctionWord(nextWord, language)) return false;
  return /["'”’]/u.test(closers) && speechVerb.test(next);
}
