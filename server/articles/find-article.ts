import "server-only";
import { isSlug } from "@/core/article/slug";
import type { ArticleAccess } from "@/core/audience/article-policy";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { type Database, db, type Transaction } from "../db";
import { readableBy } from "./readable-by";

/** An article by its slug, with what decides who reads it; `null` when it is not there or the viewer may not read it. */
export async function findArticle(
  viewer: Viewer | null,
  slug: string,
  client: Database | Transaction = db(),
): Promise<
  (ArticleAccess & { readonly slug: string; readonly currentVersionId: string | null }) | null
> {
  if (!isSlug(slug)) return null;
  return client.article.findFirst({
    where: { AND: [{ slug }, readableBy(viewer)] },
    select: columns,
  });
}

const columns = {
  ...{ id: true, audience: true, groupId: true, importedById: true },
  ...{ slug: true, currentVersionId: true },
} as const satisfies Prisma.ArticleSelect;
