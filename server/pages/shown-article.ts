import "server-only";
import { isSlug } from "@/core/article/slug";
import { readableBy } from "../articles/readable-by";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";

export type ShownArticle = {
  readonly versionId: string;
  /** Annotations that everybody is shown beside the text. */
  readonly hasNotes: boolean;
};

/** What everybody is shown of an article; `null` where it has no version, or not everybody may read it. */
export async function shownArticle(slug: string): Promise<ShownArticle | null> {
  if (!isSlug(slug)) return null;
  const article = await db().article.findFirst({
    where: { AND: [{ slug }, readableBy(null)] },
    select: {
      currentVersionId: true,
      annotations: { where: visibleAnnotations(null), select: { id: true }, take: 1 },
    },
  });
  if (!article?.currentVersionId) return null;
  return { versionId: article.currentVersionId, hasNotes: article.annotations.length > 0 };
}
