import "server-only";
import { isSlug } from "@/core/article/slug";
import { readableBy } from "../articles/readable-by";
import { db } from "../db";

/** The version of an article that everybody is shown; `null` where it has none, or not everybody may read it. */
export async function shownVersion(slug: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const article = await db().article.findFirst({
    where: { AND: [{ slug }, readableBy(null)] },
    select: { currentVersionId: true },
  });
  return article?.currentVersionId ?? null;
}
