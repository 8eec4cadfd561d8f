import type { Candidate } from "./candidate";

/** "1. Die Lage": a number that begins the sentence counts it. */
export function isListNumber({ mark, closers, before, word }: Candidate): boolean {
  return (
    mark === "." &&
    closers === "" &&
    /^(?:\d{1,3}|[a-z]|[IVX]+)$/u.test(word) &&
    before.trim() === word
  );
}
