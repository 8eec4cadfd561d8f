import type { Article } from "./article";
import { type Language, languages } from "./language";

/**
 * Marks the rows that begin where the machine proposed to begin a paragraph.
 *
 * @param starts the first sentences of proposed paragraphs, counted through each side
 */
export function markProposed(
  article: Article,
  starts: Readonly<Record<Language, ReadonlySet<number>>>,
): Article {
  const proposed = new Set(
    languages.flatMap((side) => {
      let next = 0;
      return article.sides[side].blocks.flatMap(({ id, sentences }) => {
        const first = next;
        next += sentences.length;
        return sentences.length > 0 && starts[side].has(first) ? [id] : [];
      });
    }),
  );
  const begins = ([first]: readonly string[]) => first !== undefined && proposed.has(first);
  return {
    ...article,
    rows: article.rows.map((row) =>
      begins(row.de) && begins(row.en) ? { ...row, isProposed: true } : row,
    ),
  };
}
