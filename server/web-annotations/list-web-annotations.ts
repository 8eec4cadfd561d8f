import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { PAGE_SIZE } from "@/formats/web-annotation/write-container";
import { db } from "../db";
import { articleAnnotations, listArticleAnnotations } from "./article-annotations";
import { visibleWebAnnotations } from "./visible-web-annotations";
import { toWritten, type Written, webAnnotationColumns } from "./written-annotation";

export type ContainerCount = { readonly total: number; readonly modified: Date | null };

/** How many annotations the container holds for a viewer, and when one of them was last changed. */
export async function countWebAnnotations(viewer: Viewer | null): Promise<ContainerCount> {
  const [elsewhere, here] = await Promise.all([
    db().webAnnotation.aggregate({
      where: visibleWebAnnotations(viewer),
      _count: true,
      _max: { updatedAt: true },
    }),
    db().annotation.aggregate({
      where: articleAnnotations(viewer),
      _count: true,
      _max: { updatedAt: true },
    }),
  ]);
  const times = [elsewhere, here].map(({ _max }) => _max.updatedAt?.getTime() ?? 0);
  const modified = Math.max(...times);
  return {
    total: elsewhere._count + here._count,
    modified: modified > 0 ? new Date(modified) : null,
  };
}

/** The annotations of one page, from 0, oldest first: those in the margins of articles, then all others. */
export async function listWebAnnotations(
  viewer: Viewer | null,
  page: number,
): Promise<readonly Written[]> {
  const skip = page * PAGE_SIZE;
  const inArticles = await listArticleAnnotations(viewer, { skip, take: PAGE_SIZE });
  const left = PAGE_SIZE - inArticles.length;
  if (left === 0) return inArticles;
  const before = await db().annotation.count({ where: articleAnnotations(viewer) });
  const rows = await db().webAnnotation.findMany({
    where: visibleWebAnnotations(viewer),
    orderBy: [{ createdAt: "asc" }, { name: "asc" }],
    skip: Math.max(0, skip - before),
    take: left,
    select: webAnnotationColumns,
  });
  return [...inArticles, ...rows.map(toWritten)];
}
