import type { Candidate } from "./candidate";

/** „Wer?“ fragte er; “Really?” he said; endlich! – und dann: a lower-case word after a mark goes on with the sentence. */
export function continuesInLowerCase({ next }: Candidate): boolean {
  return /^\p{Ll}/u.test(next);
}
