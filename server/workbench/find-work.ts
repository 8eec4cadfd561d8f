import "server-only";
import { isSlug } from "@/core/article/slug";
import type { ArticleAudience } from "@/core/audience/article-policy";
import { type WorkRights, workRights } from "@/core/audience/work-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { readableBy } from "../articles/readable-by";
import { type Database, db, type Transaction } from "../db";

/** An article that somebody may work on. */
export type Work = {
  readonly articleId: string;
  readonly slug: string;
  readonly audience: ArticleAudience;
  /** The version that readers have. */
  readonly current: { readonly id: string; readonly number: number };
  readonly rights: WorkRights;
};

/** `null` when there is no such article, the viewer may not read it, or may do nothing to it. */
export async function findWork(
  viewer: Viewer | null,
  slug: string,
  client: Database | Transaction = db(),
): Promise<Work | null> {
  if (!viewer || !isSlug(slug)) return null;
  const row = await client.article.findFirst({
    where: { AND: [{ slug }, readableBy(viewer)] },
    select: {
      id: true,
      audience: true,
      importedById: true,
      currentVersion: { select: { id: true, number: true } },
    },
  });
  if (!row?.currentVersion) return null;
  const rights = workRights(viewer, row);
  if (!rights.mayReview) return null;
  const { id: articleId, audience, currentVersion: current } = row;
  return { articleId, slug, audience, current, rights };
}
