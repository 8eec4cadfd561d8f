import type { Article } from "@/core/article/article";
import type { Language } from "@/core/article/language";
import type { Place } from "@/core/checks/finding";

/** A stretch of a line above or below the text, in the field that holds the line. */
export type HeadPlace = {
  readonly side: Language;
  readonly line: string;
  readonly start: number;
  readonly end: number;
};

/** Where a finding about head or foot is to be mended; a side that is meant as a whole lacks its headline. */
export function headPlace(article: Article, { side, blockId, start, end }: Place): HeadPlace {
  const number = /^signature-(\d+)$/u.exec(blockId ?? "")?.[1];
  if (number === undefined) return { side, line: blockId ?? "title", start, end };
  const { signature = [] } = article.sides[side].frontMatter;
  const before = signature.slice(0, Number(number) - 1).join("\n");
  const from = before === "" ? 0 : before.length + 1; // the lines stand in one field
  return { side, line: "signature", start: from + start, end: from + end };
}
