import type { Language } from "../article/language";
import type { Passage } from "./checked-document";

/** What a document is in the habit of doing; a deviation from it is a flaw where the habit itself is none. */
export type DocumentStyle = {
  /** Whether any side has quotation marks that are not straight. */
  readonly hasCurlyQuotes: boolean;
  readonly straightQuotes: Readonly<Record<Language, number>>;
};

export function documentStyle(passages: readonly Passage[]): DocumentStyle {
  const prose = passages.filter(({ kind }) => kind !== "code");
  const count = (side: Language) =>
    prose
      .filter((passage) => passage.side === side)
      .reduce((sum, { text }) => sum + (text.match(/(?<!\d)"/gu)?.length ?? 0), 0);
  return {
    hasCurlyQuotes: prose.some(({ text }) => /[„“”«»]/u.test(text)),
    straightQuotes: { de: count("de"), en: count("en") },
  };
}
