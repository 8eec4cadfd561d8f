import "server-only";
import type { Access, Grant, Membership } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { type Database, db, type Transaction } from "../db";
import { stillOpen } from "../sharing/still-open";

/** The viewer with their memberships and the articles opened to them as they are now, for the questions of `core/audience`. */
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
  const opened = await client.articleGuest.findMany({
    where: { userId: viewer.id, shareLink: stillOpen() },
    select: guestColumns,
  });
  return {
    viewer,
    memberships: rows.map(toMembership),
    grants: [...grants, ...opened.flatMap(toGrant)],
  };
}

/** The same for many at once. */
export async function loadAccesses(
  viewers: readonly Viewer[],
): Promise<ReadonlyMap<string, Access>> {
  const users = { userId: { in: viewers.map(({ id }) => id) } };
  const memberships = await db().membership.findMany({
    where: users,
    select: { userId: true, ...membershipColumns },
  });
  const opened = await db().articleGuest.findMany({
    where: { ...users, shareLink: stillOpen() },
    select: { userId: true, ...guestColumns },
  });
  const rowsOf = new Map(
    viewers.map((viewer) => [
      viewer.id,
      { viewer, memberships: [] as Membership[], grants: [] as Grant[] },
    ]),
  );
  for (const row of memberships) rowsOf.get(row.userId)?.memberships.push(toMembership(row));
  for (const row of opened) rowsOf.get(row.userId)?.grants.push(...toGrant(row));
  return rowsOf;
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

const guestColumns = {
  shareLink: { select: { articleId: true } },
} as const satisfies Prisma.ArticleGuestSelect;

type GuestRow = Prisma.ArticleGuestGetPayload<{ select: typeof guestColumns }>;

function toGrant({ shareLink: { articleId } }: GuestRow): Grant[] {
  return articleId === null ? [] : [{ kind: "article", articleId }];
}
