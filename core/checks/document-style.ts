import type { Language } from "../article/language";
import type { Passage } from "./checked-document";

/** What a document is in the habit of doing; a deviation from it is a flaw where the habit itself is none. */
export type DocumentStyle = {
  /** Whether straight quotation marks on a side are what it is in the habit of: none of the document is curly, or none of a side with many. */
  readonly isStraight: Readonly<Record<Language, boolean>>;
  readonly straightQuotes: Readonly<Record<Language, number>>;
};

// Three quotations.
const manyMarks = 6;

export function documentStyle(passages: readonly Passage[]): DocumentStyle {
  const texts = (side: Language) =>
    passages.flatMap((passage) =>
      passage.kind !== "code" && passage.side === side ? [passage.text] : [],
    );
  const straight = (side: Language) =>
    texts(side).reduce((sum, text) => sum + (text.match(/(?<!\d)"/gu)?.length ?? 0), 0);
  const curly = { de: texts("de").some(isCurly), en: texts("en").some(isCurly) };
  const straightQuotes = { de: straight("de"), en: straight("en") };
  const isStraight = (side: Language) =>
    !curly[side] && (straightQuotes[side] >= manyMarks || !(curly.de || curly.en));
  return { isStraight: { de: isStraight("de"), en: isStraight("en") }, straightQuotes };
}

function isCurly(text: string): boolean {
  return /[„“”«»]/u.test(text);
}
