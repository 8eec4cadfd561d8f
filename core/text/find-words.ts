import { canonicalNumber } from "./canonical-number";

export type Word = {
  /** In lower case; a number is "#" and its canonical form: "1.000,5" is "#1000.5". */
  readonly text: string;
  /** In UTF-16 code units of the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
};

const word = /\d+(?:[.,:]\d+)*|(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|(?!\d)\p{N}+/gu;

/** The words and numbers of a text in either language, in order; "U.S." is "us", marks are none. */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    const [found] = match;
    words.push({ text: formOf(found), start: match.index, end: match.index + found.length });
  }
  return words;
}

function formOf(found: string): string {
  const first = found.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return `#${canonicalNumber(found)}`;
  const lower = found.toLowerCase();
  return lower.charAt(1) === "." ? lower.replaceAll(".", "") : lower;
}
