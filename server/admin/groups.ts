import "server-only";
import { z } from "zod";
import type { GroupRole } from "@/core/audience/access";
import { db } from "../db";

export type GroupLine = { readonly id: string; readonly name: string; readonly members: number };

/** Makes a group and gives it an owner. */
export async function createGroup(
  name: string,
  description: string,
  ownerId: string,
): Promise<GroupLine> {
  const members = { create: { userId: ownerId, role: "owner" as const } };
  const { id } = await db().group.create({ data: { name, description, members } });
  return { id, name, members: 1 };
}

export async function listGroups(): Promise<readonly GroupLine[]> {
  const rows = await db().group.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, _count: { select: { members: true } } },
  });
  return rows.map(({ id, name, _count }) => ({ id, name, members: _count.members }));
}

/** Adds an account to a group, or gives it another role there; false where there is no such group. */
export async function addMember(
  groupId: string,
  userId: string,
  role: GroupRole,
): Promise<boolean> {
  if (!z.uuid().safeParse(groupId).success) return false;
  if (!(await db().group.findUnique({ where: { id: groupId }, select: { id: true } })))
    return false;
  await db().membership.upsert({
    where: { groupId_userId: { groupId, userId } },
    create: { groupId, userId, role },
    update: { role },
  });
  return true;
}
