import "server-only";
import { z } from "zod";
import type { Reply } from "@/core/annotation/reply";
import type { Viewer } from "@/core/viewer/viewer";
import { type Applied, applyOnce } from "../annotations/apply-once";
import type { Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { moderationFor } from "../moderation/hold";
import { notify } from "../notifications/notify";
import { notifyMentioned } from "../notifications/notify-mentioned";
import { findOwnReply, staleOrAbsentReply } from "./find-own-reply";
import { findThread } from "./find-thread";
import { recordReplyChange } from "./record-reply-change";

/** Creates or replaces one of the viewer's replies, under the same rules as annotations. */
export async function putReply(
  viewer: Viewer,
  id: string,
  change: Change<Reply>,
): Promise<Applied | Refusal> {
  const { body, state } = change;
  if (body.id.toLowerCase() !== id.toLowerCase()) return refusal("invalid", { fields: ["id"] });
  return applyOnce(viewer, change, (transaction) =>
    state.kind === "absent"
      ? create(transaction, viewer, body)
      : replace(transaction, viewer, body, state.revision),
  );
}

async function create(
  transaction: Transaction,
  viewer: Viewer,
  reply: Reply,
): Promise<Applied | Refusal> {
  const { id, annotationId } = reply;
  const thread = await findThread(transaction, viewer, annotationId);
  if (!thread?.mayAnswer) return refusal("not-found");
  const { count } = await transaction.reply.createMany({
    data: {
      ...{ id, annotationId, authorId: viewer.id, note: noteJson(reply) },
      moderation: await moderationFor(transaction, viewer, thread.audience),
    },
    skipDuplicates: true,
  });
  if (count === 0) return staleOrAbsentReply(transaction, viewer, id);
  await notify(transaction, await peopleIn(transaction, annotationId), {
    kind: "reply",
    actorId: viewer.id,
    annotationId,
    replyId: id,
  });
  await notifyMentioned(transaction, viewer, { annotationId, replyId: id, note: reply.note });
  return recordReplyChange(transaction, viewer, { id, kind: "created", thread });
}

async function replace(
  transaction: Transaction,
  viewer: Viewer,
  reply: Reply,
  revision: number,
): Promise<Applied | Refusal> {
  const { id } = reply;
  const current = await findOwnReply(transaction, viewer, id);
  // Whoever has lost the thread, or the right to write in it, changes nothing in it any more.
  const thread = current && (await findThread(transaction, viewer, current.annotationId));
  if (!current || !thread?.mayAnswer) return refusal("not-found");
  if (current.revision !== revision) return refusal("stale", { current });
  if (reply.annotationId !== thread.annotationId) {
    return refusal("invalid", { fields: ["annotationId"] });
  }
  const { count } = await transaction.reply.updateMany({
    where: { id, authorId: viewer.id, revision, deletedAt: null },
    data: { note: noteJson(reply), revision: { increment: 1 }, updatedAt: new Date() },
  });
  if (count === 0) return staleOrAbsentReply(transaction, viewer, id);
  const { annotationId } = thread;
  await notifyMentioned(transaction, viewer, { annotationId, replyId: id, note: reply.note });
  return recordReplyChange(transaction, viewer, { id, kind: "replaced", thread });
}

/** Whoever made the annotation, and whoever has answered it. */
async function peopleIn(transaction: Transaction, annotationId: string): Promise<string[]> {
  const { ownerId, replies } = await transaction.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: {
      ownerId: true,
      replies: { where: { deletedAt: null, authorId: { not: null } }, select: { authorId: true } },
    },
  });
  return [ownerId, ...replies.flatMap(({ authorId }) => authorId ?? [])];
}

function noteJson({ note }: Reply) {
  return z.record(z.string(), z.json()).parse(note);
}
