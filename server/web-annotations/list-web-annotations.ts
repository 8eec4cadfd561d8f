import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { PAGE_SIZE } from "@/formats/web-annotation/write-container";
import { db } from "../db";
import { visibleWebAnnotations } from "./visible-web-annotations";
import { toWritten, type Written, webAnnotationColumns } from "./written-annotation";

export type ContainerCount = { readonly total: number; readonly modified: Date | null };

/** How many annotations the container holds for a viewer, and when one of them was last changed. */
export async function countWebAnnotations(viewer: Viewer | null): Promise<ContainerCount> {
  const { _count, _max } = await db().webAnnotation.aggregate({
    where: visibleWebAnnotations(viewer),
    _count: true,
    _max: { updatedAt: true },
  });
  return { total: _count, modified: _max.updatedAt };
}

/** The annotations of one page, from 0, oldest first. */
export async function listWebAnnotations(
  viewer: Viewer | null,
  page: number,
): Promise<readonly Written[]> {
  const rows = await db().webAnnotation.findMany({
    where: visibleWebAnnotations(viewer),
    orderBy: [{ createdAt: "asc" }, { name: "asc" }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    select: webAnnotationColumns,
  });
  return rows.map(toWritten);
}
