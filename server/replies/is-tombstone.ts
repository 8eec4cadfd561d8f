import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether a deleted annotation (of the table as `annotation`) still has its place, because its thread goes on: somebody has
 * answered, and not only whoever deleted it. Of each no more than its place is shown.
 */
export function isTombstone(viewer: Viewer | null): Prisma.Sql {
  const answered = Prisma.sql`EXISTS (
    SELECT FROM reply WHERE reply."annotationId" = annotation.id
      AND reply."deletedAt" IS NULL AND reply.moderation = 'shown'`;
  if (!viewer) return Prisma.sql`${answered})`;
  return Prisma.sql`CASE annotation."ownerId" WHEN ${viewer.id}
    THEN ${answered} AND reply."authorId" IS DISTINCT FROM ${viewer.id}) ELSE ${answered}) END`;
}
