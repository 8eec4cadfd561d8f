import { type Reply, type StoredReply, withoutLooseEnds } from "@/core/annotation/reply";
import type { Change, Refusal } from "./change";

/** A reply as the reader sees it: the server's state with their own changes on top. */
export type ShownReply = {
  readonly id: string;
  readonly annotationId: string;
  /** `null` for a deleted one that has living ones after it. */
  readonly note: Reply["note"] | null;
  readonly author: StoredReply["author"];
  readonly isOwn: boolean;
  /** Where nobody but its author reads it because of moderation. */
  readonly moderation?: StoredReply["moderation"];
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly isSaved: boolean;
  readonly refusal: Refusal | null;
};

/** The threads of all annotations by their ids, with the changes that are still on their way. */
export function applyReplies(
  stored: ReadonlyMap<string, StoredReply>,
  changes: readonly Change[],
): ReadonlyMap<string, readonly ShownReply[]> {
  const shown = new Map<string, ShownReply>(
    [...stored].map(([id, { revision: _, ...reply }]) => [
      id,
      { ...reply, isSaved: true, refusal: null },
    ]),
  );
  for (const change of changes) if ("reply" in change) applyChange(shown, change);
  const threads = new Map<string, ShownReply[]>();
  for (const reply of withoutLooseEnds([...shown.values()])) {
    const thread = threads.get(reply.annotationId) ?? [];
    thread.push(reply);
    threads.set(reply.annotationId, thread);
  }
  return threads;
}

type ReplyChange = Extract<Change, { reply: Reply }>;

function applyChange(shown: Map<string, ShownReply>, change: ReplyChange): void {
  const { reply, kind, madeAt, refusal } = change;
  const before = shown.get(reply.id);
  if (kind === "delete") {
    if (before && refusal === null) shown.set(reply.id, { ...before, note: null, author: null });
    return;
  }
  shown.set(reply.id, {
    ...reply,
    author: before?.author ?? null,
    isOwn: true,
    ...(before?.moderation && { moderation: before.moderation }),
    createdAt: before?.createdAt ?? madeAt,
    updatedAt: madeAt,
    isSaved: false,
    refusal,
  });
}
