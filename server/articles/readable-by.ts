import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** `mayReadArticle` as a filter: the articles that the viewer may read, and no others. */
export function readableBy(viewer: Viewer | null): Prisma.ArticleWhereInput {
  const library = { audience: "library" } as const;
  if (!viewer) return library;
  const own = { importedById: viewer.id };
  if (viewer.role !== "owner") return { OR: [library, own] };
  return { OR: [library, own, { importedById: null }] };
}

/** The versions that the viewer may read: those that are, or once were, what readers of the article were shown. */
export function versionsReadableBy(viewer: Viewer | null): Prisma.ArticleVersionWhereInput {
  return { shownSince: { not: null }, article: readableBy(viewer) };
}
