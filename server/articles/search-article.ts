import "server-only";
import type { Article } from "@/core/article/article";
import {
  type ArticleIndex,
  findInArticle,
  type Hit,
  indexArticle,
} from "@/core/article/find-in-article";
import type { Viewer } from "@/core/viewer/viewer";
import { articleOutline } from "./article-outline";
import { loadArticle } from "./load-article";

export type ArticleHits = {
  /** Each with the part of the article it stands in, and its place in the text. */
  readonly hits: readonly (Hit & { readonly part: number; readonly ordinal: number })[];
  /** How many there are, shown or not. */
  readonly total: number;
};

const maxHits = 100;
const indexes = new WeakMap<Article, ArticleIndex>();

/** Where the words of a question stand in an article, through all its parts; `null` where the viewer may not read it. */
export async function searchArticle(
  viewer: Viewer | null,
  slug: string,
  question: string,
): Promise<ArticleHits | null> {
  const reading = await loadArticle(viewer, slug);
  if (!reading) return null;
  const found = findInArticle(articleIndex(reading.article), question);
  const { parts } = articleOutline(reading.article);
  const partOf = new Map(parts.flatMap((rows, at) => rows.map(({ id }) => [id, at + 1])));
  const ordinals = new Map(reading.article.rows.map(({ id }, at) => [id, at + 1]));
  const hits = found.slice(0, maxHits).map((hit) => ({
    ...hit,
    part: partOf.get(hit.row) ?? 1,
    ordinal: ordinals.get(hit.row) ?? 1,
  }));
  return { hits, total: found.length };
}

function articleIndex(article: Article): ArticleIndex {
  const known = indexes.get(article);
  if (known) return known;
  const index = indexArticle(article);
  indexes.set(article, index);
  return index;
}
