import "server-only";
import type { Article } from "@/core/article/article";
import { type Outline, outlineOf } from "@/core/article/outline";

const outlines = new WeakMap<Article, Outline>();

/** `outlineOf`, worked out once for as long as the article is kept. */
export function articleOutline(article: Article): Outline {
  const known = outlines.get(article);
  if (known) return known;
  const outline = outlineOf(article);
  outlines.set(article, outline);
  return outline;
}
