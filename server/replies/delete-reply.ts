import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { type Applied, applyOnce } from "../annotations/apply-once";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { findOwnReply, staleOrAbsentReply } from "./find-own-reply";
import { findThread } from "./find-thread";
import { recordReplyChange } from "./record-reply-change";

/** Deletes one of the viewer's replies softly: restoring brings it back, a late PUT does not. */
export function deleteReply(
  viewer: Viewer,
  id: string,
  change: Change<undefined>,
): Promise<Applied | Refusal> {
  const { state } = change;
  if (state.kind === "absent") return Promise.resolve(refusal("missing-condition"));
  return applyOnce(viewer, change, async (transaction) => {
    const current = await findOwnReply(transaction, viewer, id);
    const thread = current && (await findThread(transaction, viewer, current.annotationId));
    if (!thread) return refusal("not-found");
    const now = new Date();
    const { count } = await transaction.reply.updateMany({
      where: { id, authorId: viewer.id, revision: state.revision, deletedAt: null },
      data: { deletedAt: now, updatedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) return staleOrAbsentReply(transaction, viewer, id);
    return recordReplyChange(transaction, viewer, { id, kind: "deleted", thread });
  });
}

/** Brings back one of the viewer's replies as it was when it was deleted. */
export function restoreReply(
  viewer: Viewer,
  id: string,
  change: Change<undefined>,
): Promise<Applied | Refusal> {
  const { state } = change;
  if (state.kind === "absent") return Promise.resolve(refusal("missing-condition"));
  return applyOnce(viewer, change, async (transaction) => {
    const current = await findOwnReply(transaction, viewer, id, { withDeleted: true });
    const thread = current && (await findThread(transaction, viewer, current.annotationId));
    if (!thread?.mayAnswer) return refusal("not-found");
    const { count } = await transaction.reply.updateMany({
      where: { id, authorId: viewer.id, revision: state.revision, deletedAt: { not: null } },
      data: { deletedAt: null, updatedAt: new Date(), revision: { increment: 1 } },
    });
    if (count === 0) return refusal("stale", { current });
    return recordReplyChange(transaction, viewer, { id, kind: "restored", thread });
  });
}
