import "server-only";
import { type StoredReply, storedReplySchema } from "@/core/annotation/reply";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";

/** The columns of a reply that leave the server. */
export const replyColumns = {
  id: true,
  annotationId: true,
  note: true,
  moderation: true,
  author: { select: { id: true, name: true } },
  revision: true,
  createdAt: true,
  updatedAt: true,
  deletedAt: true,
} as const satisfies Prisma.ReplySelect;

type ReplyRow = Prisma.ReplyGetPayload<{ select: typeof replyColumns }>;

/** A reply as a viewer is given it: a deleted one, and one held back from them, without its text and without its author. */
export function toStoredReply(viewer: Viewer | null, row: ReplyRow): StoredReply {
  const { author, createdAt, updatedAt, deletedAt, note, moderation, ...rest } = row;
  const isOwn = author !== null && author.id === viewer?.id;
  const isGone = deletedAt !== null || (moderation !== "shown" && !isOwn);
  const isNamed = author !== null && !isGone;
  return storedReplySchema.parse({
    ...rest,
    note: isGone ? null : note,
    ...(isOwn && moderation !== "shown" && { moderation }),
    author: isNamed ? { id: author.id, name: author.name || null } : null,
    isOwn,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  });
}
