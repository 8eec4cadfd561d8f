import type { Candidate } from "./candidate";

/** "Der (angeblich geheime!) Bericht": an exclamation or question in brackets that opened within the sentence does not end it. */
export function isBracketedAside({ mark, closers, before }: Candidate): boolean {
  if (mark === "." || !/[)\]]/u.test(closers)) return false;
  const opening = Math.max(before.lastIndexOf("("), before.lastIndexOf("["));
  return opening > 0 && before.slice(0, opening).trim() !== "";
}
