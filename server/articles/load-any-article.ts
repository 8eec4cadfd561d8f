import "server-only";
import type { Article } from "@/core/article/article";
import { isSlug } from "@/core/article/slug";
import { db } from "../db";
import { loadVersion } from "./load-version";

export type AnyArticle = {
  readonly id: string;
  readonly slug: string;
  readonly versionId: string;
  readonly modified: Date;
  readonly article: Article;
};

/** The current version of any article: for commands of the operator, who may read the whole database. */
export async function loadAnyArticle(slug: string): Promise<AnyArticle | null> {
  if (!isSlug(slug)) return null;
  const row = await db().article.findUnique({
    where: { slug },
    select: { id: true, currentVersion: { select: { id: true, createdAt: true } } },
  });
  if (!row?.currentVersion) return null;
  const { id: versionId, createdAt: modified } = row.currentVersion;
  const article = await loadVersion(versionId, db());
  return { id: row.id, slug, versionId, modified, article };
}
