import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import type { ChangeKind } from "@/prisma/generated/client";
import type { Applied } from "../annotations/apply-once";
import type { Transaction } from "../db";
import { writeIndex } from "../notes/write-index";
import { findOwnReply } from "./find-own-reply";
import type { Thread } from "./find-thread";

type Recorded = { readonly id: string; readonly kind: ChangeKind; readonly thread: Thread };

/** Appends a change of a reply that was just written to the feed, and answers with the state it left. */
export async function recordReplyChange(
  transaction: Transaction,
  viewer: Viewer,
  { id, kind, thread }: Recorded,
): Promise<Applied> {
  const reply = await findOwnReply(transaction, viewer, id, { withDeleted: true });
  if (!reply) throw new Error(`Reply ${id} of ${viewer.id} is gone within its own transaction`);
  const { annotationId, articleId } = thread;
  await transaction.change.create({ data: { kind, articleId, annotationId, replyId: reply.id } });
  await writeIndex(transaction, [annotationId]);
  const body = kind === "deleted" ? { id: reply.id, revision: reply.revision } : reply;
  return { ok: true, status: kind === "created" ? 201 : 200, body };
}
