import "server-only";
import type { Access, Grant, Membership } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
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
    select: membershipColumns,
  });
  return { viewer, memberships: rows.map(toMembership), grants };
}

/** The memberships of many at once, as they are now; whoever has none is left out. */
export async function loadMemberships(
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Membership[]>> {
  const rows = await db().membership.findMany({
    where: { userId: { in: [...new Set(userIds)] } },
    select: { userId: true, ...membershipColumns },
  });
  const found = new Map<string, Membership[]>();
  for (const { userId, ...row } of rows) {
    const own = found.get(userId) ?? [];
    own.push(toMembership(row));
    found.set(userId, own);
  }
  return found;
}

const membershipColumns = {
  groupId: true,
  role: true,
  group: { select: { archivedAt: true } },
} as const satisfies Prisma.MembershipSelect;

type MembershipRow = Prisma.MembershipGetPayload<{ select: typeof membershipColumns }>;

function toMembership({ groupId, role, group }: MembershipRow): Membership {
  return { groupId, role, isArchived: group.archivedAt !== null };
}
