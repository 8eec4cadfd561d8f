import "server-only";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { Viewer } from "@/core/viewer/viewer";
import { findArticle } from "../articles/find-article";
import { db } from "../db";
import { annotationColumns, toStoredAnnotation } from "./stored-annotation";

/** The viewer's own annotations on an article, oldest first; `null` for an article that they may not read or that is not there. */
export async function listAnnotations(
  viewer: Viewer | null,
  slug: string,
): Promise<readonly StoredAnnotation[] | null> {
  const article = await findArticle(viewer, slug);
  if (!article) return null;
  if (!viewer) return [];
  const rows = await db().annotation.findMany({
    where: { ownerId: viewer.id, articleId: article.id, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: annotationColumns,
  });
  return rows.map(toStoredAnnotation);
}
