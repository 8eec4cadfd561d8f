import "server-only";
import { z } from "zod";
import type { StoredReply } from "@/core/annotation/reply";
import type { Viewer } from "@/core/viewer/viewer";
import type { Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { replyColumns, toStoredReply } from "./stored-reply";

/** One of the viewer's replies; a deleted one only when asked for. `null` when it is absent or another's. */
export async function findOwnReply(
  transaction: Transaction,
  viewer: Viewer,
  id: string,
  { withDeleted = false } = {},
): Promise<StoredReply | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await transaction.reply.findFirst({
    where: { id, authorId: viewer.id, ...(withDeleted ? {} : { deletedAt: null }) },
    select: replyColumns,
  });
  return row && toStoredReply(viewer, row);
}

/** Why nothing was written: the reply has changed meanwhile, or it is not there for this viewer. */
export async function staleOrAbsentReply(
  transaction: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Refusal> {
  const current = await findOwnReply(transaction, viewer, id);
  return current ? refusal("stale", { current }) : refusal("not-found");
}
