import "server-only";
import { mentionedPeople } from "@/core/annotation/mentioned-people";
import type { NoteDocument } from "@/core/annotation/note-document";
import { maySeeAnnotation } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccess } from "../audience/load-access";
import type { Transaction } from "../db";
import { notify } from "./notify";

const MOST_TOLD = 50;

type Saved = {
  readonly annotationId: string;
  readonly replyId?: string;
  readonly note: NoteDocument | null;
};

/**
 * Tells those whom a note names, once they may read it, and each of them once: whoever is named in a note that is
 * nobody's yet hears of it on the day it is shared with them, and whoever may not read it never does.
 */
export async function notifyMentioned(
  transaction: Transaction,
  viewer: Viewer,
  { annotationId, replyId, note }: Saved,
): Promise<void> {
  const named = mentionedPeople(note).slice(0, MOST_TOLD);
  if (named.length === 0) return;
  const place = { annotationId, replyId: replyId ?? null };
  const told = await transaction.notification.findMany({
    where: { ...place, kind: "mention", userId: { in: [...named] } },
    select: { userId: true },
  });
  const known = new Set(told.map(({ userId }) => userId));
  const { article, deletedAt, ...row } = await transaction.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: {
      ...{ id: true, ownerId: true, audience: true, groupId: true, moderation: true },
      ...{ deletedAt: true, article: true },
    },
  });
  const asked = { ...row, article, isDeleted: deletedAt !== null };
  const people = await transaction.user.findMany({
    where: { id: { in: named.filter((id) => !known.has(id)) } },
    select: { id: true, role: true, isAnonymous: true },
  });
  const readers: string[] = [];
  for (const { id, role, isAnonymous } of people) {
    const access = await loadAccess({ id, role, isAnonymous: isAnonymous ?? false }, transaction);
    if (maySeeAnnotation(access, asked)) readers.push(id);
  }
  await notify(transaction, readers, {
    ...{ kind: "mention", actorId: viewer.id, annotationId },
    ...(replyId !== undefined && { replyId }),
  });
}
