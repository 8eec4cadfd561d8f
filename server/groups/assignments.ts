import "server-only";
import { z } from "zod";
import { versionSummarySchema } from "@/core/article/article-summary";
import type { Language } from "@/core/article/language";
import type { assignmentSchema } from "@/core/groups/group-input";
import type { Viewer } from "@/core/viewer/viewer";
import { findArticle } from "../articles/find-article";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { notify } from "../notifications/notify";
import { seatFor } from "./membership";

/** Asks a group to read an article that all of it may read; asking again changes the task or the day. */
export async function putAssignment(
  viewer: Viewer,
  groupId: string,
  { articleSlug, task, dueAt }: z.infer<typeof assignmentSchema>,
): Promise<{ readonly ok: true; readonly id: string } | Refusal> {
  const seat = await seatFor(viewer, groupId, "assign");
  if (!seat.ok) return seat;
  const article = await findArticle(viewer, articleSlug);
  if (!article) return refusal("not-found");
  const isForAll = await db().article.count({
    where: { id: article.id, OR: [{ audience: "library" }, { audience: "group", groupId }] },
  });
  if (isForAll === 0) return refusal("invalid", { fields: ["articleSlug"] });
  const data = { task, dueAt: dueAt === null ? null : new Date(dueAt) };
  const where = { groupId_articleId: { groupId, articleId: article.id } };
  const id = await db().$transaction(async (transaction) => {
    const known = await transaction.assignment.findUnique({ where, select: { id: true } });
    const made = await transaction.assignment.upsert({
      where,
      create: { groupId, articleId: article.id, ...data },
      update: data,
      select: { id: true },
    });
    if (!known) await tellMembers(transaction, viewer, { groupId, articleId: article.id });
    return made.id;
  });
  return { ok: true, id };
}

async function tellMembers(
  transaction: Transaction,
  viewer: Viewer,
  news: { readonly groupId: string; readonly articleId: string },
) {
  const members = await transaction.membership.findMany({
    where: { groupId: news.groupId },
    select: { userId: true },
  });
  await notify(
    transaction,
    members.map(({ userId }) => userId),
    { kind: "assignment", actorId: viewer.id, ...news },
  );
}

export async function removeAssignment(
  viewer: Viewer,
  groupId: string,
  id: string,
): Promise<Refusal | null> {
  const seat = await seatFor(viewer, groupId, "assign");
  if (!seat.ok) return seat;
  if (!z.uuid().safeParse(id).success) return refusal("not-found");
  const { count } = await db().assignment.deleteMany({ where: { id, groupId } });
  return count > 0 ? null : refusal("not-found");
}

/**
 * Notes how far the viewer has read an article, where a group of theirs was asked to read it; of any other reading
 * nothing is kept. It never goes back.
 */
export async function recordProgress(
  viewer: Viewer,
  slug: string,
  share: number,
): Promise<{ readonly isKept: boolean }> {
  const where = assignedTo(viewer, slug);
  const assignments = await db().assignment.findMany({ where, select: { id: true } });
  for (const { id } of assignments) {
    await db().$executeRaw`
      INSERT INTO assignment_progress ("assignmentId", "userId", share, "updatedAt")
      VALUES (${id}::uuid, ${viewer.id}, ${share}, now())
      ON CONFLICT ("assignmentId", "userId") DO UPDATE
      SET share = GREATEST(assignment_progress.share, EXCLUDED.share), "updatedAt" = now()`;
  }
  return { isKept: assignments.length > 0 };
}

export async function isAssigned(viewer: Viewer, slug: string): Promise<boolean> {
  return (await db().assignment.count({ where: assignedTo(viewer, slug) })) > 0;
}

function assignedTo(viewer: Viewer, slug: string) {
  const members = { some: { userId: viewer.id } };
  return { article: { slug }, group: { archivedAt: null, members } };
}

/** The articles that the viewer may assign to a group: all of it may read them. */
export async function listAssignable(
  viewer: Viewer,
  groupId: string,
  language: Language,
): Promise<readonly { readonly slug: string; readonly title: string }[]> {
  const seat = await seatFor(viewer, groupId, "assign");
  if (!seat.ok) return [];
  const rows = await db().article.findMany({
    where: {
      currentVersionId: { not: null },
      OR: [{ audience: "library" }, { audience: "group", groupId }],
    },
    orderBy: { slug: "asc" },
    select: { slug: true, currentVersion: { select: { summary: true } } },
  });
  return rows.map(({ slug, currentVersion }) => {
    const { titles } = versionSummarySchema.parse(currentVersion?.summary);
    return { slug, title: titles[language] ?? titles.de ?? titles.en ?? slug };
  });
}
