import "server-only";
import type { z } from "zod";
import type { GroupRole } from "@/core/audience/access";
import type { groupChangeSchema, newGroupSchema } from "@/core/groups/group-input";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import type { Refusal } from "../http/problem-reason";
import { seatFor } from "./membership";

export type GroupEntry = {
  readonly id: string;
  readonly name: string;
  readonly role: GroupRole;
  readonly memberCount: number;
  readonly isArchived: boolean;
  /** A private thread of two, within this group. */
  readonly parentId: string | null;
};

/** Makes a group that the viewer owns. */
export async function createGroup(
  viewer: Viewer,
  { name, description }: z.infer<typeof newGroupSchema>,
): Promise<{ readonly id: string }> {
  return db().group.create({
    data: { name, description, members: { create: { userId: viewer.id, role: "owner" } } },
    select: { id: true },
  });
}

/** The groups that the viewer is in, by name; private threads come after the groups. */
export async function listGroups(viewer: Viewer): Promise<readonly GroupEntry[]> {
  const rows = await db().membership.findMany({
    where: { userId: viewer.id },
    orderBy: [{ group: { name: "asc" } }, { groupId: "asc" }],
    select: {
      role: true,
      group: {
        select: {
          ...{ id: true, name: true, parentId: true, archivedAt: true },
          _count: { select: { members: true } },
        },
      },
    },
  });
  const entries = rows.map(({ role, group }) => ({
    id: group.id,
    name: group.name,
    role,
    memberCount: group._count.members,
    isArchived: group.archivedAt !== null,
    parentId: group.parentId,
  }));
  return [
    ...entries.filter(({ parentId }) => parentId === null),
    ...entries.filter(({ parentId }) => parentId !== null),
  ];
}

/** Names, describes, closes or opens a group anew. */
export async function changeGroup(
  viewer: Viewer,
  groupId: string,
  { name, description, isArchived }: z.infer<typeof groupChangeSchema>,
): Promise<Refusal | null> {
  const seat = await seatFor(viewer, groupId, isArchived === undefined ? "describe" : "archive");
  if (!seat.ok) return seat;
  await db().group.update({
    where: { id: groupId },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(isArchived === undefined ? {} : { archivedAt: isArchived ? new Date() : null }),
    },
  });
  return null;
}
