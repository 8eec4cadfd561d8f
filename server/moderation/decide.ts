import "server-only";
import type { Moderation } from "@/core/audience/annotation-policy";
import { moderationAfter } from "@/core/audience/moderation-policy";
import type { ModerationTarget, NewDecision } from "@/core/moderation/moderation-input";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { loadAccess } from "../audience/load-access";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { announceChanges } from "../live/announce-changes";
import { writeIndex } from "../notes/write-index";
import { notify } from "../notifications/notify";
import { type FoundTarget, findTarget } from "./find-target";

/** Hides, shows, removes, lets through or leaves as it is what is in the viewer's hands; tells its author, and keeps a log. */
export async function decide(
  viewer: Viewer,
  { target, decision, reason }: NewDecision,
): Promise<Refusal | null> {
  const refused = await db().$transaction(async (transaction) => {
    const access = await loadAccess(viewer, transaction);
    const found = await findTarget(transaction, access, target);
    if (!found) return refusal("not-found");
    const moderation = moderationAfter(found.moderation, decision);
    if (!moderation) return refusal("stale");
    if (!(await update(transaction, target, found.moderation, moderation))) return refusal("stale");
    await transaction.noteReport.updateMany({
      where: { ...found.reports, closedAt: null },
      data: { closedAt: new Date() },
    });
    await transaction.moderationEntry.create({
      data: {
        ...{ act: decision, reason, actorId: viewer.id, subjectId: found.authorId },
        ...{ groupId: found.groupId, ...found.columns },
      },
    });
    if (moderation !== found.moderation) await tell(transaction, found, moderation);
    return null;
  });
  if (!refused) announceChanges();
  return refused;
}

/** False where somebody else was faster. */
async function update(
  transaction: Transaction,
  target: ModerationTarget,
  before: Moderation,
  moderation: Moderation,
): Promise<boolean> {
  const data = { moderation };
  switch (target.kind) {
    case "annotation": {
      const where = { id: target.id, moderation: before };
      return (await transaction.annotation.updateMany({ where, data })).count === 1;
    }
    case "reply": {
      const where = { id: target.id, moderation: before };
      return (await transaction.reply.updateMany({ where, data })).count === 1;
    }
    case "web-annotation": {
      const where = { name: target.name, moderation: before };
      const now = { updatedAt: new Date() };
      return (
        (await transaction.webAnnotation.updateMany({ where, data: { ...data, ...now } })).count ===
        1
      );
    }
  }
}

/** Whoever sees it now, or saw it until now, and whoever wrote it. */
async function tell(
  transaction: Transaction,
  { authorId, articleId, columns, audience, audienceGroupId }: FoundTarget,
  after: Moderation,
): Promise<void> {
  const { annotationId, replyId } = columns;
  if (!annotationId || !articleId) return;
  const isShown = after === "shown";
  const change: Prisma.ChangeUncheckedCreateInput = replyId
    ? { kind: isShown ? "restored" : "deleted", articleId, annotationId, replyId }
    : {
        kind: isShown ? "restored" : "replaced",
        ...{ articleId, annotationId },
        ...(!isShown && { formerAudience: audience, formerGroupId: audienceGroupId }),
      };
  await transaction.change.create({ data: change });
  await writeIndex(transaction, [annotationId]);
  if (authorId) {
    await notify(transaction, [authorId], {
      kind: "report",
      actorId: null,
      annotationId,
      ...(replyId && { replyId }),
    });
  }
}
