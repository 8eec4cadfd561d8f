import type { Candidate } from "./candidate";

const speechVerb =
  /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,3}(?:said|says|asked|asks|replied|answered|added|cried|shouted|called|whispered|wondered|wrote|told|exclaimed|laughed)\b/u;

/** “Why now?” Anna Berg asked: in English a name and a verb of speech go on with the sentence that was quoted. */
export function isSpeechTag({ language, mark, closers, openers, next }: Candidate): boolean {
  if (language !== "en" || mark === "." || openers !== "") return false;
  return /["'”’]/u.test(closers) && speechVerb.test(next);
}
