import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Which annotations of the container a viewer may see of those that stand on something else than a passage here: what is
 * public and not held back by moderation, and their own. What stands in an article is seen under the rules of articles.
 */
export function visibleWebAnnotations(viewer: Viewer | null): Prisma.WebAnnotationWhereInput {
  const own = viewer ? [{ ownerId: viewer.id }] : [];
  const seen = { isPublic: true, moderation: "shown" as const };
  return { deletedAt: null, annotationId: null, OR: [seen, ...own] };
}
