import "server-only";
import type { Article } from "@/core/article/article";
import { isSlug } from "@/core/article/slug";
import type { ArticleAudience } from "@/core/audience/article-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { loadVersion } from "./load-version";
import { readableBy } from "./readable-by";

export type Reading = {
  readonly slug: string;
  readonly audience: ArticleAudience;
  readonly version: { readonly id: string; readonly number: number };
  readonly article: Article;
};

/** The current version of an article; `null` when there is none or the viewer may not read it. */
export async function loadArticle(viewer: Viewer | null, slug: string): Promise<Reading | null> {
  if (!isSlug(slug)) return null;
  const row = await db().article.findFirst({
    where: { AND: [{ slug }, readableBy(viewer)] },
    select: { audience: true, currentVersion: { select: { id: true, number: true } } },
  });
  if (!row?.currentVersion) return null;
  const { audience, currentVersion: version } = row;
  return { slug, audience, version, article: await loadVersion(version.id, db()) };
}
