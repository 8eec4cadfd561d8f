export type Token = {
  readonly text: string;
  /** In UTF-16 code units of the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether a mark other than a hyphen or an apostrophe stands before it: a clause may end there. */
  readonly followsMark: boolean;
};

const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text as a reader would click them: "don't", "two-day" and "2,5" by its digits. Marks are none. */
export function splitTokens(text: string): Token[] {
  let end = 0;
  return Array.from(text.matchAll(word), (match) => {
    const start = match.index;
    const followsMark = /[^\s]/u.test(text.slice(end, start));
    end = start + match[0].length;
    return { text: match[0], start, end, followsMark };
  });
}
