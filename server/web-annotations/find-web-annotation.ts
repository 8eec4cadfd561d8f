import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { findArticleAnnotation } from "./article-annotations";
import { visibleWebAnnotations } from "./visible-web-annotations";
import { toWritten, type Written, webAnnotationColumns } from "./written-annotation";

/** One annotation of the container; `null` where it is absent, deleted or not for this viewer. */
export async function findWebAnnotation(
  viewer: Viewer | null,
  name: string,
): Promise<Written | null> {
  const row = await db().webAnnotation.findFirst({
    where: { name, ...visibleWebAnnotations(viewer) },
    select: webAnnotationColumns,
  });
  return row ? toWritten(row) : findArticleAnnotation(viewer, name);
}
