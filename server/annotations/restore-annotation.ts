import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { type Applied, applyOnce } from "./apply-once";
import { findOwn } from "./find-own";
import { recordChange } from "./record-change";

/** Brings back one of the viewer's annotations as it was when it was deleted. */
export async function restoreAnnotation(
  viewer: Viewer,
  id: string,
  change: Change<undefined>,
): Promise<Applied | Refusal> {
  const { state } = change;
  if (state.kind === "absent") return refusal("missing-condition");
  return applyOnce(viewer, change, async (transaction) => {
    const own = await findOwn(transaction, viewer, id, { withDeleted: true });
    if (!own) return refusal("not-found");
    const { count } = await transaction.annotation.updateMany({
      where: { id, ownerId: viewer.id, revision: state.revision, deletedAt: { not: null } },
      data: { deletedAt: null, updatedAt: new Date(), revision: { increment: 1 } },
    });
    if (count === 0) return refusal("stale", { current: own.stored });
    return recordChange(transaction, viewer, { id, kind: "restored" });
  });
}
