import "server-only";
import { groupRoles } from "@/core/audience/access";
import { roles } from "@/core/viewer/viewer";
import { Prisma } from "@/prisma/generated/client";
import { db, type Transaction } from "../db";
import { ledger } from "./ledger";

/**
 * Makes one account of two: all that an anonymous account owns goes over to the account its person signed in to, in one
 * transaction, and the emptied account is deleted. Nothing is lost where both have something; twice is as good as once.
 */
export async function moveAccount(fromId: string, toId: string): Promise<void> {
  if (fromId === toId) return;
  await db().$transaction(async (transaction) => {
    if (!(await lockBoth(transaction, fromId, toId))) return;
    await joinRoles(transaction, fromId, toId);
    await joinMemberships(transaction, fromId, toId);
    await joinProgress(transaction, fromId, toId);
    await joinTags(transaction, fromId, toId);
    await joinDrafts(transaction, fromId, toId);
    await joinSettings(transaction, fromId, toId);
    await joinBans(transaction, fromId, toId);
    await joinOpened(transaction, fromId, toId);
    for (const [place, how] of Object.entries(ledger)) {
      if (how === "move") await move(transaction, place, fromId, toId);
    }
    await transaction.user.delete({ where: { id: fromId } });
  });
}

/** Whoever writes for the account that goes waits, and then finds it gone. Only anonymous accounts are ever emptied. */
async function lockBoth(transaction: Transaction, fromId: string, toId: string): Promise<boolean> {
  const ids = [fromId, toId];
  await transaction.$queryRaw`SELECT id FROM "user" WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`;
  const from = await transaction.user.findUnique({ where: { id: fromId } });
  const to = await transaction.user.findUnique({ where: { id: toId } });
  return from?.isAnonymous === true && to !== null;
}

async function move(transaction: Transaction, place: string, fromId: string, toId: string) {
  const [table = "", column = ""] = place.split(".");
  const [into, at] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
  await transaction.$executeRaw`UPDATE ${into} SET ${at} = ${toId} WHERE ${at} = ${fromId}`;
}

/** Of two roles in the installation the mightier: the first owner may have been anonymous. */
async function joinRoles(transaction: Transaction, fromId: string, toId: string) {
  const [from, to] = [
    await transaction.user.findUniqueOrThrow({ where: { id: fromId } }),
    await transaction.user.findUniqueOrThrow({ where: { id: toId } }),
  ];
  const role = roles.indexOf(from.role) < roles.indexOf(to.role) ? from.role : to.role;
  await transaction.user.update({
    where: { id: toId },
    data: { role, name: to.name || from.name },
  });
}

/** In a group of both: the mightier role, since the day of the first. */
async function joinMemberships(transaction: Transaction, fromId: string, toId: string) {
  for (const { groupId, role, joinedAt } of await transaction.membership.findMany({
    where: { userId: fromId },
  })) {
    const id = { groupId_userId: { groupId, userId: toId } };
    const theirs = await transaction.membership.findUnique({ where: id });
    const isMightier = !theirs || groupRoles.indexOf(role) < groupRoles.indexOf(theirs.role);
    const since = theirs && theirs.joinedAt < joinedAt ? theirs.joinedAt : joinedAt;
    await transaction.membership.upsert({
      where: id,
      create: { groupId, userId: toId, role, joinedAt },
      update: { role: isMightier ? role : theirs.role, joinedAt: since },
    });
  }
  await transaction.membership.deleteMany({ where: { userId: fromId } });
}

/** Of an assignment begun on both: the furthest place. */
async function joinProgress(transaction: Transaction, fromId: string, toId: string) {
  await transaction.$executeRaw`
    INSERT INTO assignment_progress ("assignmentId", "userId", share, "updatedAt")
    SELECT "assignmentId", ${toId}, share, "updatedAt" FROM assignment_progress WHERE "userId" = ${fromId}
    ON CONFLICT ("assignmentId", "userId") DO UPDATE
    SET share = GREATEST(assignment_progress.share, EXCLUDED.share),
        "updatedAt" = GREATEST(assignment_progress."updatedAt", EXCLUDED."updatedAt")`;
  await transaction.assignmentProgress.deleteMany({ where: { userId: fromId } });
}

/** A tag that both have is one tag, as the account that stays spells it. */
async function joinTags(transaction: Transaction, fromId: string, toId: string) {
  await transaction.$executeRaw`
    UPDATE annotation_tag SET "tagId" = theirs.id
    FROM tag ours JOIN tag theirs ON theirs.key = ours.key AND theirs."ownerId" = ${toId}
    WHERE ours."ownerId" = ${fromId} AND annotation_tag."tagId" = ours.id`;
  await transaction.$executeRaw`
    DELETE FROM tag ours USING tag theirs
    WHERE ours."ownerId" = ${fromId} AND theirs."ownerId" = ${toId} AND theirs.key = ours.key`;
  await transaction.tag.updateMany({ where: { ownerId: fromId }, data: { ownerId: toId } });
}

/** What the account that stays has set stays so; what only the other has set is set so. */
async function joinSettings(transaction: Transaction, fromId: string, toId: string) {
  await transaction.$executeRaw`
    UPDATE notification_setting SET "userId" = ${toId} WHERE "userId" = ${fromId}
    AND kind NOT IN (SELECT kind FROM notification_setting WHERE "userId" = ${toId})`;
}

/** Two drafts of one article cannot be one: the account that stays keeps its own, and gets those it does not have. */
async function joinDrafts(transaction: Transaction, fromId: string, toId: string) {
  await transaction.$executeRaw`
    UPDATE draft SET "editorId" = ${toId} WHERE "editorId" = ${fromId}
    AND "articleId" NOT IN (SELECT "articleId" FROM draft WHERE "editorId" = ${toId})`;
}

/** Whoever was sent away without a name stays so under one. */
async function joinBans(transaction: Transaction, fromId: string, toId: string) {
  await transaction.$executeRaw`
    UPDATE group_ban SET "userId" = ${toId} WHERE "userId" = ${fromId}
    AND "groupId" NOT IN (SELECT "groupId" FROM group_ban WHERE "userId" = ${toId})`;
}

/** A link that both have opened is open once. */
async function joinOpened(transaction: Transaction, fromId: string, toId: string) {
  await transaction.$executeRaw`
    UPDATE article_guest SET "userId" = ${toId} WHERE "userId" = ${fromId}
    AND "shareLinkId" NOT IN (SELECT "shareLinkId" FROM article_guest WHERE "userId" = ${toId})`;
}
