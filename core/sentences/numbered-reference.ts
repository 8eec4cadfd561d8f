import type { Candidate } from "./candidate";

const referring = new Set(
  "no nr nrn abs art bd kap p pp s st vol vols ch sec fig abb tab ziff rn az op cit lit".split(" "),
);

/** "No. 5", "S. 12", "Art. 3": an abbreviation that asks for a number goes on to it. */
export function isNumberedReference({ mark, closers, word, next }: Candidate): boolean {
  if (mark !== "." || closers !== "") return false;
  return referring.has(word.toLowerCase()) && /^[\dIVXLC]/u.test(next);
}
