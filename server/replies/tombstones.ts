import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { visibleAnnotations } from "../audience/visible-annotations";

/**
 * Deleted annotations whose thread goes on: somebody has answered, and not only whoever deleted it. The viewer would
 * see them if they were not deleted; of each no more than its place is shown.
 */
export function tombstones(viewer: Viewer | null): Prisma.AnnotationWhereInput {
  const others = viewer ? { NOT: { authorId: viewer.id } } : {};
  const notMine = viewer ? { ownerId: { not: viewer.id } } : {};
  return {
    ...visibleAnnotations(viewer),
    deletedAt: { not: null },
    AND: [
      { replies: { some: { deletedAt: null, moderation: "shown" } } },
      { OR: [notMine, { replies: { some: { deletedAt: null, moderation: "shown", ...others } } }] },
    ],
  };
}
