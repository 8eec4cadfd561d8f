import "server-only";
import type { Article } from "@/core/article/article";
import type { Language } from "@/core/article/language";
import { renderSide } from "@/document/render-html";
import { articleOutline } from "./article-outline";
import { byteCache } from "./byte-cache";

const rendered = byteCache<string>(64 * 1024 * 1024);

/**
 * The HTML inside one side's container, of one part (from 1) of a version; `null` when there is no such part. Asks
 * nobody's permission: whoever has the article has looked up what may be read.
 */
export function renderedSide(
  versionId: string,
  article: Article,
  side: Language,
  part: number,
): string | null {
  const key = `${versionId}/${side}/${part}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const rows = articleOutline(article).parts[part - 1];
  if (!rows) return null;
  const html = renderSide(article, side, rows);
  rendered.set(key, html, html.length * 2);
  return html;
}
