import "server-only";
import { type StoredReply, withoutLooseEnds } from "@/core/annotation/reply";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { replyColumns, toStoredReply } from "./stored-reply";

/** The replies to annotations that the viewer was found to see, oldest first. */
export async function listReplies(
  viewer: Viewer | null,
  annotationIds: readonly string[],
): Promise<readonly StoredReply[]> {
  const rows = await db().reply.findMany({
    where: { annotationId: { in: [...annotationIds] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: replyColumns,
  });
  return withoutLooseEnds(rows.map((row) => toStoredReply(viewer, row)));
}
