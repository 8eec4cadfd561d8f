import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { writeIndex } from "./write-index";

const BATCH = 500;

/**
 * Looks again for the passages of notes whose article has another version than when they were looked for last. One
 * query where there are none, which is nearly always.
 */
export async function refreshIndex(viewer: Viewer): Promise<void> {
  const stale = await db().$queryRaw<{ id: string }[]>`
    SELECT note."id" FROM "annotation" AS note
    JOIN "article" ON "article"."id" = note."articleId"
    LEFT JOIN "annotation_index" AS known ON known."annotationId" = note."id"
    WHERE note."deletedAt" IS NULL
      AND (note."ownerId" = ${viewer.id} OR note."groupId" IN
        (SELECT "groupId" FROM "membership" WHERE "userId" = ${viewer.id}))
      AND "article"."currentVersionId" IS NOT NULL
      AND known."versionId" IS DISTINCT FROM "article"."currentVersionId"`;
  for (let start = 0; start < stale.length; start += BATCH) {
    await writeIndex(
      db(),
      stale.slice(start, start + BATCH).map(({ id }) => id),
    );
  }
}
