import "server-only";
import { anchorSchema } from "@/core/annotation/annotation";
import { versionSummarySchema } from "@/core/article/article-summary";
import type { GroupRole } from "@/core/audience/access";
import { mayInGroup } from "@/core/audience/group-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";
import type { Refusal } from "../http/problem-reason";
import { type BanEntry, listBans } from "./bans";
import type { InvitationEntry } from "./invitations";
import { seatFor } from "./membership";

type Member = { readonly id: string; readonly name: string; readonly role: GroupRole };

type AssignmentEntry = {
  readonly id: string;
  readonly slug: string;
  readonly titles: { readonly de: string | null; readonly en: string | null };
  readonly task: string;
  readonly dueAt: string | null;
  /** For owners: how far each member has read, and how much they wrote there for the group. */
  readonly readers: readonly {
    readonly id: string;
    readonly share: number;
    readonly noteCount: number;
  }[];
};

type GroupActivity = {
  readonly id: string;
  readonly author: string;
  readonly slug: string;
  readonly quote: string;
  readonly language: "de" | "en";
  readonly at: string;
};

export type GroupPage = {
  readonly ok: true;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly role: GroupRole;
  readonly isArchived: boolean;
  readonly isThread: boolean;
  readonly members: readonly Member[];
  /** Those that are good now, for whoever may invite; without their tokens. */
  readonly invitations: readonly InvitationEntry[];
  readonly assignments: readonly AssignmentEntry[];
  readonly activity: readonly GroupActivity[];
  /** Who was sent away, for those who may let them in again. */
  readonly bans: readonly BanEntry[];
};

/** A group as one of its members sees it. */
export async function getGroup(viewer: Viewer, groupId: string): Promise<GroupPage | Refusal> {
  const seat = await seatFor(viewer, groupId, "read");
  if (!seat.ok) return seat;
  const { role } = seat;
  const group = await db().group.findUniqueOrThrow({ where: { id: groupId } });
  return {
    ok: true,
    id: group.id,
    name: group.name,
    description: group.description,
    role,
    isArchived: group.archivedAt !== null,
    isThread: group.parentId !== null,
    members: await listMembers(groupId),
    invitations: mayInGroup(role, "invite") ? await listInvitations(groupId) : [],
    assignments: await listAssignments(groupId, mayInGroup(role, "seeProgress")),
    activity: await listActivity(viewer, groupId),
    bans: mayInGroup(role, "moderate") ? await listBans(groupId) : [],
  };
}

async function listMembers(groupId: string): Promise<readonly Member[]> {
  const rows = await db().membership.findMany({
    where: { groupId },
    orderBy: [{ role: "asc" }, { user: { name: "asc" } }, { userId: "asc" }],
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  return rows.map(({ role, user }) => ({ ...user, role }));
}

async function listInvitations(groupId: string): Promise<readonly InvitationEntry[]> {
  const rows = await db().invitation.findMany({
    where: {
      groupId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true, role: true, email: true, expiresAt: true, uses: true, maxUses: true },
  });
  return rows
    .filter(({ uses, maxUses }) => maxUses === null || uses < maxUses)
    .map((row) => ({ ...row, expiresAt: row.expiresAt?.toISOString() ?? null }));
}

async function listAssignments(
  groupId: string,
  showsReaders: boolean,
): Promise<readonly AssignmentEntry[]> {
  const rows = await db().assignment.findMany({
    where: { groupId },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, task: true, dueAt: true, articleId: true },
      article: { select: { slug: true, currentVersion: { select: { summary: true } } } },
      progress: { select: { userId: true, share: true } },
    },
  });
  // What somebody wrote for themselves is not counted: that, too, would tell of it.
  const written = showsReaders
    ? await db().annotation.groupBy({
        by: ["articleId", "ownerId"],
        where: { audience: "group", groupId, moderation: "shown", deletedAt: null },
        _count: true,
      })
    : [];
  return rows.map(({ id, task, dueAt, articleId, article, progress }) => {
    const notes = written.filter((row) => row.articleId === articleId);
    const readers = new Set([...progress.map((p) => p.userId), ...notes.map((n) => n.ownerId)]);
    return {
      ...{ id, task },
      slug: article.slug,
      titles: versionSummarySchema.parse(article.currentVersion?.summary).titles,
      dueAt: dueAt?.toISOString() ?? null,
      readers: showsReaders
        ? [...readers].map((reader) => ({
            id: reader,
            share: progress.find(({ userId }) => userId === reader)?.share ?? 0,
            noteCount: notes.find(({ ownerId }) => ownerId === reader)?._count ?? 0,
          }))
        : [],
    };
  });
}

const ACTIVITY_SIZE = 20;

async function listActivity(viewer: Viewer, groupId: string): Promise<readonly GroupActivity[]> {
  const rows = await db().annotation.findMany({
    where: { AND: [{ audience: "group", groupId }, visibleAnnotations(viewer)] },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: ACTIVITY_SIZE,
    select: {
      ...{ id: true, anchor: true, side: true, createdAt: true },
      owner: { select: { name: true } },
      article: { select: { slug: true } },
    },
  });
  return rows.map(({ id, anchor, side, createdAt, owner, article }) => ({
    id,
    author: owner.name,
    slug: article.slug,
    quote: anchorSchema.parse(anchor).exact.slice(0, 200),
    language: side,
    at: createdAt.toISOString(),
  }));
}
