import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { type Applied, applyOnce } from "../annotations/apply-once";
import type { Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { findThread } from "./find-thread";

/**
 * A thread's resolution is a thing of its own, that is there or not: making it resolves, deleting it opens the thread
 * again. It leaves the annotation's revision as it is, so that it never stands in the way of whoever edits the note.
 * Whoever may answer may say that nothing is left to answer.
 */
export async function resolveThread(
  viewer: Viewer,
  annotationId: string,
  change: Change<undefined>,
): Promise<Applied | Refusal> {
  if (change.state.kind !== "absent") return refusal("missing-condition");
  return applyOnce(viewer, change, async (transaction) => {
    const thread = await findThread(transaction, viewer, annotationId);
    if (!thread?.mayAnswer) return refusal("not-found");
    const resolvedAt = new Date();
    const { count } = await transaction.annotation.updateMany({
      where: { id: thread.annotationId, resolvedAt: null, deletedAt: null },
      data: { resolvedAt, resolvedById: viewer.id },
    });
    const current = { id: thread.annotationId, resolvedAt: thread.resolvedAt, revision: 1 };
    if (count === 0) return refusal("stale", { current });
    return record(transaction, thread, { ...current, resolvedAt }, 201);
  });
}

export async function reopenThread(
  viewer: Viewer,
  annotationId: string,
  change: Change<undefined>,
): Promise<Applied | Refusal> {
  if (change.state.kind === "absent") return refusal("missing-condition");
  return applyOnce(viewer, change, async (transaction) => {
    const thread = await findThread(transaction, viewer, annotationId);
    if (!thread?.mayAnswer) return refusal("not-found");
    const { count } = await transaction.annotation.updateMany({
      where: { id: thread.annotationId, resolvedAt: { not: null }, deletedAt: null },
      data: { resolvedAt: null, resolvedById: null },
    });
    if (count === 0) return refusal("not-found");
    return record(
      transaction,
      thread,
      { id: thread.annotationId, resolvedAt: null, revision: 1 },
      200,
    );
  });
}

type Resolution = {
  readonly id: string;
  readonly resolvedAt: Date | null;
  readonly revision: number;
};

async function record(
  transaction: Transaction,
  { annotationId, articleId }: { annotationId: string; articleId: string },
  { id, resolvedAt, revision }: Resolution,
  status: 200 | 201,
): Promise<Applied> {
  await transaction.change.create({ data: { kind: "replaced", articleId, annotationId } });
  const body = { id, resolvedAt: resolvedAt?.toISOString() ?? null, revision };
  return { ok: true, status, body };
}
