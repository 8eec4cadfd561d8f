import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** Which annotations of the container a viewer may see: what is public, and their own. The only place that says so. */
export function visibleWebAnnotations(viewer: Viewer | null): Prisma.WebAnnotationWhereInput {
  const own = viewer ? [{ ownerId: viewer.id }] : [];
  return { deletedAt: null, OR: [{ isPublic: true }, ...own] };
}
