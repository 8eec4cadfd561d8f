import type { Language } from "../article/language";

/**
 * A place where a sentence may end: end marks, then perhaps closing quotes and brackets, then white space and more text.
 * Marks without white space after them are none, so "1.000,5", "example.org/a?b=c" and "Ende.Danach" stay whole.
 */
export type Candidate = {
  readonly language: Language;
  /** The sentence so far, up to the end marks. */
  readonly before: string;
  /** ".", "?!", "…", "..." */
  readonly mark: string;
  /** Quotes, brackets and footnote numbers that close after the mark. */
  readonly closers: string;
  /** What stands straight before the mark, spaced abbreviations joined: "Dr", "z.B", "3". */
  readonly word: string;
  /** Quotes, brackets and dashes that open before the next word. */
  readonly openers: string;
  /** The text after the openers, up to 80 code units. */
  readonly next: string;
  /** The first word of `next`; empty when that is not a letter. */
  readonly nextWord: string;
};

const boundary = /([.!?…]+)((?:["'”“’‘»«›‹)\]]|\[\d{1,3}\]|[¹²³⁰⁴-⁹])*)\s+(?=\S)/gu;
const openers = /^["'„“”‚‘’»«›‹([¿¡–—-]+\s*/u;
const lastToken = /(?:(?<![\p{L}\p{N}.])(?:\p{L}\.[ \u00A0\u202F])+)?[^\s("'„“”‚‘’»«›‹[\]/–—]*$/u;
const firstWord = /^\p{L}[\p{L}\p{M}'’-]*/u;

/** The candidates of a text in order, each with the offset where the next sentence would start. */
export function* findCandidates(
  text: string,
  language: Language,
  sentenceStart: () => number,
): Generator<{ readonly candidate: Candidate; readonly nextStart: number }> {
  for (const match of text.matchAll(boundary)) {
    const [whole, mark = "", closers = ""] = match;
    const nextStart = match.index + whole.length;
    // Bounded, so that a text with many marks in one sentence stays linear.
    const before = text.slice(Math.max(sentenceStart(), match.index - 400), match.index);
    const rest = text.slice(nextStart, nextStart + 80);
    const opening = openers.exec(rest)?.[0] ?? "";
    const next = rest.slice(opening.length);
    const word = (lastToken.exec(before.slice(-40))?.[0] ?? "").replace(/\s/gu, "");
    const nextWord = firstWord.exec(next)?.[0] ?? "";
    yield {
      candidate: {
        language,
        before,
        mark,
        closers,
        word,
        openers: opening.trimEnd(),
        next,
        nextWord,
      },
      nextStart,
    };
  }
}
