import "server-only";
import { anchorSchema } from "@/core/annotation/annotation";
import type { Notification } from "@/core/notification/notification";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { readableBy } from "../articles/readable-by";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";

const SHOWN = 100;

/** The viewer's notifications, youngest first, of what they may see now: at most a hundred. */
export async function listNotifications(viewer: Viewer): Promise<readonly Notification[]> {
  const rows = await db().notification.findMany({
    where: shownTo(viewer),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: {
      id: true,
      kind: true,
      actor: { select: { name: true } },
      annotation: { select: { id: true, anchor: true, article: { select: { slug: true } } } },
      group: { select: { id: true, name: true } },
      article: { select: { slug: true } },
      readAt: true,
      createdAt: true,
    },
  });
  return rows.map(({ actor, annotation, article, readAt, createdAt, ...rest }) => ({
    ...rest,
    actorName: actor?.name || null,
    annotation: annotation && {
      id: annotation.id,
      exact: anchorSchema.parse(annotation.anchor).exact,
      articleSlug: annotation.article.slug,
    },
    articleSlug: article?.slug ?? null,
    isRead: readAt !== null,
    createdAt: createdAt.toISOString(),
  }));
}

export async function countUnread(viewer: Viewer): Promise<number> {
  return db().notification.count({ where: { AND: [shownTo(viewer), { readAt: null }] } });
}

/** Marks all as read that the viewer was shown, up to a moment. */
export async function markRead(viewer: Viewer, until: Date): Promise<void> {
  await db().notification.updateMany({
    where: { userId: viewer.id, readAt: null, createdAt: { lte: until } },
    data: { readAt: new Date() },
  });
}

/** What was taken back, left or closed since is not told of any more. */
function shownTo(viewer: Viewer): Prisma.NotificationWhereInput {
  return {
    userId: viewer.id,
    AND: [
      { OR: [{ annotationId: null }, { annotation: visibleAnnotations(viewer) }] },
      { OR: [{ groupId: null }, { group: { members: { some: { userId: viewer.id } } } }] },
      { OR: [{ articleId: null }, { article: readableBy(viewer) }] },
      {
        OR: [
          { replyId: null },
          { reply: { deletedAt: null, OR: [{ moderation: "shown" }, { authorId: viewer.id }] } },
        ],
      },
    ],
  };
}
