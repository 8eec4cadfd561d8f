import "server-only";
import { mayRemoveMember } from "@/core/audience/group-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { lockGroup, roleOf, seatFor } from "./membership";

export type BanEntry = { readonly userId: string; readonly name: string | null };

/** Sends somebody away for good: they leave the group, and its links let them in no more. */
export async function banMember(
  viewer: Viewer,
  groupId: string,
  userId: string,
): Promise<Refusal | null> {
  return db().$transaction(async (transaction) => {
    await lockGroup(transaction, groupId);
    const seat = await seatFor(viewer, groupId, "moderate", transaction);
    if (!seat.ok) return seat;
    const theirs = await roleOf(userId, groupId, transaction);
    if (!theirs) return refusal("not-found");
    if (userId === viewer.id || !mayRemoveMember(seat.role, theirs)) return refusal("not-allowed");
    await transaction.membership.deleteMany({
      where: { userId, OR: [{ groupId }, { group: { parentId: groupId } }] },
    });
    await transaction.groupBan.create({ data: { groupId, userId, bannedById: viewer.id } });
    await log(transaction, viewer, { act: "ban", groupId, subjectId: userId });
    return null;
  });
}

/** Lets the group's links let somebody in again; they join anew if they want to. */
export async function liftBan(
  viewer: Viewer,
  groupId: string,
  userId: string,
): Promise<Refusal | null> {
  return db().$transaction(async (transaction) => {
    const seat = await seatFor(viewer, groupId, "moderate", transaction);
    if (!seat.ok) return seat;
    const { count } = await transaction.groupBan.deleteMany({ where: { groupId, userId } });
    if (count === 0) return refusal("not-found");
    await log(transaction, viewer, { act: "unban", groupId, subjectId: userId });
    return null;
  });
}

/** Who was sent away, for those who may let them in again. */
export async function listBans(groupId: string): Promise<readonly BanEntry[]> {
  const rows = await db().groupBan.findMany({
    where: { groupId },
    orderBy: { createdAt: "desc" },
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ userId, name: user.name || null }));
}

export async function isBanned(
  transaction: Transaction,
  userId: string,
  groupId: string,
): Promise<boolean> {
  return (await transaction.groupBan.count({ where: { groupId, userId } })) > 0;
}

type Logged = {
  readonly act: "ban" | "unban";
  readonly groupId: string;
  readonly subjectId: string;
};

function log(transaction: Transaction, viewer: Viewer, entry: Logged) {
  return transaction.moderationEntry.create({ data: { ...entry, actorId: viewer.id } });
}
