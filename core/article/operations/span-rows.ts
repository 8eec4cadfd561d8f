import type { Article } from "../article";
import { rowOf } from "../article-index";
import { replaceRows } from "./edited";

/** The article with all rows from the first to the last that hold one of these sentences in one: no bead reaches across rows. */
export function spanRows(article: Article, sentences: readonly string[]): Article {
  const indexes = sentences.flatMap((id) => rowOf(article, id)?.index ?? []);
  const start = Math.min(...indexes);
  const rows = article.rows.slice(start, Math.max(...indexes) + 1);
  const [first] = rows;
  if (!first || rows.length === 1) return article;
  const merged = {
    id: first.id,
    de: rows.flatMap((row) => row.de),
    en: rows.flatMap((row) => row.en),
  };
  return replaceRows(article, start, rows.length, [merged]);
}
