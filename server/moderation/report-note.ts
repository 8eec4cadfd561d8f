import "server-only";
import { mayInGroup } from "@/core/audience/group-policy";
import type { NewReport } from "@/core/moderation/moderation-input";
import type { Viewer } from "@/core/viewer/viewer";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db, type Transaction } from "../db";
import { roleOf } from "../groups/membership";
import { type Refusal, refusal } from "../http/problem-reason";
import { openLink } from "../sharing/open-link";
import { tellModerators } from "./tell-moderators";

/**
 * Shows a note or an answer that the viewer sees to those who look after it: a group's moderators, or those of the
 * installation. Reporting the same twice is as good as once.
 */
export async function reportNote(viewer: Viewer, report: NewReport): Promise<Refusal | null> {
  const { annotationId, replyId, kind, text, token } = report;
  const link = token === null ? null : await openLink(token);
  return db().$transaction(async (transaction) => {
    const seen = await transaction.annotation.findFirst({
      where: { AND: [{ id: annotationId }, visibleAnnotations(viewer, link ? [link.grant] : [])] },
      select: { ownerId: true, audience: true, groupId: true },
    });
    if (!seen) return refusal("not-found");
    const authorId = replyId ? await authorOf(transaction, annotationId, replyId) : seen.ownerId;
    if (authorId === null) return refusal("not-found");
    if (authorId === viewer.id) return refusal("not-allowed");

    const target = { annotationId, replyId, reporterId: viewer.id, closedAt: null };
    if ((await transaction.noteReport.count({ where: target })) > 0) return null;
    const groupId =
      seen.audience === "group" ? await queueOf(transaction, seen.groupId, authorId) : null;
    const { closedAt: _, ...columns } = target;
    await transaction.noteReport.create({ data: { ...columns, groupId, kind, text } });
    await tellModerators(transaction, groupId);
    return null;
  });
}

async function authorOf(
  transaction: Transaction,
  annotationId: string,
  id: string,
): Promise<string | null> {
  const where = { id, annotationId, deletedAt: null, moderation: "shown" as const };
  return (await transaction.reply.findFirst({ where }))?.authorId ?? null;
}

/** What somebody wrote who leads the group is not theirs to judge: the installation's moderators are shown it. */
async function queueOf(
  transaction: Transaction,
  groupId: string | null,
  authorId: string,
): Promise<string | null> {
  if (groupId === null) return null;
  const role = await roleOf(authorId, groupId, transaction);
  return mayInGroup(role, "moderate") ? null : groupId;
}
