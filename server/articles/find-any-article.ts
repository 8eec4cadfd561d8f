import "server-only";
import { isSlug } from "@/core/article/slug";
import type { ArticleAccess } from "@/core/audience/article-policy";
import { db } from "../db";
import { gathered } from "../gathered";

/** An article by its slug, whoever may read it: whoever calls asks `mayReadArticle`, with what the reader may do as it is now. */
export async function findAnyArticle(
  slug: string,
): Promise<(ArticleAccess & { readonly slug: string }) | null> {
  return isSlug(slug) ? find(slug) : null;
}

const find = gathered(async (slugs: readonly string[]) => {
  const rows = await db().article.findMany({
    where: { slug: { in: [...new Set(slugs)] }, deletedAt: null },
    select: { id: true, audience: true, groupId: true, importedById: true, slug: true },
  });
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return slugs.map((slug) => bySlug.get(slug) ?? null);
});
