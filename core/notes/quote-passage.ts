import type { Anchor } from "../annotation/annotation";
import { contextOf } from "../annotation/describe-anchor";
import {
  articleText,
  locatePassage,
  type SentenceLinks,
  type Span,
} from "../annotation/locate-passage";
import type { Article } from "../article/article";
import { type Language, otherLanguage } from "../article/language";
import type { ExportedNote, QuotedPassage } from "./exported-note";

/** The passage of an anchor and its counterpart in a version of the article, as other programs find them again. */
export function quotePassage(
  article: Article,
  anchor: Anchor,
  twin: Anchor | null,
  links?: SentenceLinks,
): Pick<ExportedNote, "passage" | "counterpart"> {
  const where = locatePassage(article, anchor, twin, links);
  if (!where) {
    const { side, exact, prefix, suffix } = anchor;
    return { passage: { side, exact, prefix, suffix, place: null }, counterpart: [] };
  }
  const other = otherLanguage(anchor.side);
  return {
    passage: quoteSpan(article, anchor.side, where),
    counterpart: where.counterpart.map((span) => quoteSpan(article, other, span)),
  };
}

function quoteSpan(article: Article, language: Language, { start, end }: Span): QuotedPassage {
  const side = articleText(article).sides[language];
  const { before, after } = contextOf(side, start, end);
  const from = countCodePoints(side.text, start);
  const exact = side.text.slice(start, end);
  const place = { start: from, end: from + countCodePoints(exact, exact.length) };
  return { side: language, exact, prefix: before, suffix: after, place };
}

/** How many code points stand before an offset in code units. */
function countCodePoints(text: string, offset: number): number {
  let count = 0;
  for (let index = 0; index < offset; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return count;
}
