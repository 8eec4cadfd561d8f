import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { type Applied, applyOnce } from "./apply-once";
import { findOwn, staleOrAbsent } from "./find-own";
import { recordChange } from "./record-change";

/** Deletes one of the viewer's annotations softly: restoring brings it back, a late PUT does not. */
export async function deleteAnnotation(
  viewer: Viewer,
  id: string,
  change: Change<undefined>,
): Promise<Applied | Refusal> {
  const { state } = change;
  if (state.kind === "absent") return refusal("missing-condition");
  return applyOnce(viewer, change, async (transaction) => {
    const own = await findOwn(transaction, viewer, id);
    if (!own) return refusal("not-found");
    const now = new Date();
    const { count } = await transaction.annotation.updateMany({
      where: { id, ownerId: viewer.id, revision: state.revision, deletedAt: null },
      data: { deletedAt: now, updatedAt: now, revision: { increment: 1 } },
    });
    if (count === 0) return staleOrAbsent(transaction, viewer, id);
    return recordChange(transaction, viewer, { id, kind: "deleted", former: own.stored });
  });
}
