import "server-only";
import { db } from "../db";

export type ArticleLine = {
  readonly slug: string;
  readonly audience: string;
  readonly versions: number;
  readonly annotations: number;
};

/** Every article of the installation, whoever may read it: for the operator alone. */
export async function listAllArticles(): Promise<readonly ArticleLine[]> {
  const rows = await db().article.findMany({
    orderBy: { slug: "asc" },
    select: {
      slug: true,
      audience: true,
      _count: { select: { versions: true, annotations: true } },
    },
  });
  return rows.map(({ slug, audience, _count }) => ({ slug, audience, ..._count }));
}

/** Puts an article into the library, or takes it out again; false where there is none of that name. */
export async function setPublished(slug: string, isPublished: boolean): Promise<boolean> {
  const { count } = await db().article.updateMany({
    where: { slug },
    data: { audience: isPublished ? "library" : "draft" },
  });
  return count === 1;
}

/** Removes an article with its versions and all annotations on it, for good. */
export async function deleteArticle(slug: string): Promise<boolean> {
  return db().$transaction(async (transaction) => {
    await transaction.article.updateMany({
      where: { slug },
      data: { currentVersionId: null, heldVersionId: null },
    });
    const { count } = await transaction.article.deleteMany({ where: { slug } });
    return count === 1;
  });
}
