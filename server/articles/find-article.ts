import "server-only";
import { isSlug } from "@/core/article/slug";
import type { ArticleAudience } from "@/core/audience/article-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { type Database, db, type Transaction } from "../db";
import { readableBy } from "./readable-by";

/** The id and audience of an article by its slug; `null` when it is not there or the viewer may not read it. */
export async function findArticle(
  viewer: Viewer | null,
  slug: string,
  client: Database | Transaction = db(),
): Promise<{ readonly id: string; readonly audience: ArticleAudience } | null> {
  if (!isSlug(slug)) return null;
  return client.article.findFirst({
    where: { AND: [{ slug }, readableBy(viewer)] },
    select: { id: true, audience: true },
  });
}
