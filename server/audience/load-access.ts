import "server-only";
import type { Access, Grant } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import { type Database, db, type Transaction } from "../db";

/** The viewer with their memberships as they are now, for the questions of `core/audience`. */
export async function loadAccess(
  viewer: Viewer | null,
  client: Database | Transaction = db(),
  grants: readonly Grant[] = [],
): Promise<Access> {
  if (!viewer) return { viewer, memberships: [], grants };
  const rows = await client.membership.findMany({
    where: { userId: viewer.id },
    select: { groupId: true, role: true, group: { select: { archivedAt: true } } },
  });
  const memberships = rows.map(({ groupId, role, group }) => ({
    groupId,
    role,
    isArchived: group.archivedAt !== null,
  }));
  return { viewer, memberships, grants };
}
