import "server-only";
import type { GroupRole } from "@/core/audience/access";
import { mayInviteAs, mayRemoveMember } from "@/core/audience/group-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { lockGroup, roleOf, seatFor } from "./membership";

/** Gives a member another role; never the owner's, which is handed over. */
export async function changeRole(
  viewer: Viewer,
  groupId: string,
  userId: string,
  role: GroupRole,
): Promise<Refusal | null> {
  return db().$transaction(async (transaction) => {
    await lockGroup(transaction, groupId);
    const seat = await seatFor(viewer, groupId, "changeRoles", transaction);
    if (!seat.ok) return seat;
    const theirs = await roleOf(userId, groupId, transaction);
    if (!theirs) return refusal("not-found");
    if (theirs === "owner" || !mayInviteAs(seat.role, role)) return refusal("not-allowed");
    await transaction.membership.update({
      where: { groupId_userId: { groupId, userId } },
      data: { role },
    });
    return null;
  });
}

/** Removes a member, or lets the viewer leave. What they wrote for the group stays theirs, and readable there. */
export async function removeMember(
  viewer: Viewer,
  groupId: string,
  userId: string,
): Promise<Refusal | null> {
  return db().$transaction(async (transaction) => {
    await lockGroup(transaction, groupId);
    const role = await roleOf(viewer.id, groupId, transaction);
    const theirs = await roleOf(userId, groupId, transaction);
    if (!role || !theirs) return refusal("not-found");
    if (userId !== viewer.id && !mayRemoveMember(role, theirs)) return refusal("not-allowed");
    if (theirs === "owner" && (await isLastOwner(transaction, groupId))) {
      return refusal("last-owner");
    }
    // Private threads within a class end with the membership in it.
    await transaction.membership.deleteMany({
      where: { userId, OR: [{ groupId }, { group: { parentId: groupId } }] },
    });
    return null;
  });
}

/** Hands a group over: the other owns it, the viewer stays as a moderator. */
export async function transferGroup(
  viewer: Viewer,
  groupId: string,
  userId: string,
): Promise<Refusal | null> {
  return db().$transaction(async (transaction) => {
    await lockGroup(transaction, groupId);
    const seat = await seatFor(viewer, groupId, "transfer", transaction);
    if (!seat.ok) return seat;
    if (userId === viewer.id || !(await roleOf(userId, groupId, transaction))) {
      return refusal("not-found");
    }
    const seats = [
      { userId, role: "owner" },
      { userId: viewer.id, role: "moderator" },
    ] as const;
    for (const { userId: id, role } of seats) {
      await transaction.membership.update({
        where: { groupId_userId: { groupId, userId: id } },
        data: { role },
      });
    }
    return null;
  });
}

/** A group that only its owner is in may be left; it goes on without anybody, and nobody sees it. */
async function isLastOwner(transaction: Transaction, groupId: string): Promise<boolean> {
  const owners = await transaction.membership.count({ where: { groupId, role: "owner" } });
  const members = await transaction.membership.count({ where: { groupId } });
  return owners === 1 && members > 1;
}
