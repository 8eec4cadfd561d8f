import type { Article } from "@/core/article/article";
import { loadVersion } from "@/server/articles/load-version";
import { db } from "@/server/db";
import { openDatabase } from "../import/open-database";

/** The current version of an article of this installation, drafts included: whoever may run commands here may read everything. */
export async function loadArticle(slug: string): Promise<Article | null> {
  const database = await openDatabase();
  try {
    const found = await db().article.findFirst({
      where: { slug, deletedAt: null },
      select: { currentVersionId: true },
    });
    return found?.currentVersionId ? await loadVersion(found.currentVersionId, db()) : null;
  } finally {
    await db().$disconnect();
    await database.close();
  }
}
