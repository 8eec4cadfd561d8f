import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Of the annotations that the viewer would see if they were not deleted, those that are and whose thread goes on:
 * somebody has answered, and not only whoever deleted it. Of each no more than its place is shown.
 */
export function tombstones(
  viewer: Viewer | null,
  visible: Prisma.AnnotationWhereInput,
): Prisma.AnnotationWhereInput {
  const others = viewer ? { NOT: { authorId: viewer.id } } : {};
  const notMine = viewer ? { ownerId: { not: viewer.id } } : {};
  return {
    ...visible,
    deletedAt: { not: null },
    AND: [
      { replies: { some: { deletedAt: null, moderation: "shown" } } },
      { OR: [notMine, { replies: { some: { deletedAt: null, moderation: "shown", ...others } } }] },
    ],
  };
}
