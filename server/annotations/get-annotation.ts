import "server-only";
import { z } from "zod";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccess } from "../audience/load-access";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";
import { annotationColumns, toStoredAnnotation } from "./stored-annotation";

/** One annotation; `null` when it is absent or the viewer may not see it. */
export async function getAnnotation(
  viewer: Viewer | null,
  id: string,
): Promise<StoredAnnotation | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().annotation.findFirst({
    where: { AND: [{ id }, visibleAnnotations(viewer)] },
    select: annotationColumns,
  });
  return row && toStoredAnnotation(row, await loadAccess(viewer));
}
