import type { Article } from "../article";
import { findRow } from "../article-index";
import { type Edited, edited, replaceRows } from "./edited";
import { type OperationOf, refused } from "./operation";

/** Rows that follow each other become one, under the id of the first. */
export function mergeRows(article: Article, { rows }: OperationOf<"merge-rows">): Edited {
  const found = rows.flatMap((id) => findRow(article, id) ?? []);
  const [first] = found;
  if (!first || found.length < rows.length) return refused("unknown");
  if (!found.every(({ index }, n) => index === first.index + n)) return refused("not-adjacent");
  const merged = {
    id: first.row.id,
    de: found.flatMap(({ row }) => row.de),
    en: found.flatMap(({ row }) => row.en),
  };
  return edited(replaceRows(article, first.index, found.length, [merged]));
}
