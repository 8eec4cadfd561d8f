import "server-only";
import { z } from "zod";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { annotationColumns, toStoredAnnotation } from "./stored-annotation";

/** One of the viewer's own annotations; `null` when it is absent, deleted or another's. */
export async function getAnnotation(viewer: Viewer, id: string): Promise<StoredAnnotation | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().annotation.findFirst({
    where: { id, ownerId: viewer.id, deletedAt: null },
    select: annotationColumns,
  });
  return row ? toStoredAnnotation(row) : null;
}
