import "server-only";
import type { AnnotationAccess, Audience } from "@/core/audience/annotation-policy";
import type { ChangeKind, Prisma } from "@/prisma/generated/client";
import { db } from "../db";

/** One entry of the change feed, with all that decides who may be told of it. */
export type FeedEntry = {
  readonly sequence: bigint;
  readonly kind: ChangeKind;
  readonly isReply: boolean;
  /** Whoever wrote: the reply's author, or the annotation's owner. */
  readonly actorId: string | null;
  readonly articleSlug: string;
  readonly annotation: AnnotationAccess & { readonly revision: number };
  readonly former: Audience | null;
  readonly createdAt: Date;
};

const columns = {
  sequence: true,
  kind: true,
  createdAt: true,
  formerAudience: true,
  formerGroupId: true,
  reply: { select: { authorId: true } },
  article: { select: { id: true, slug: true, audience: true, groupId: true, importedById: true } },
  annotation: {
    select: {
      id: true,
      ownerId: true,
      audience: true,
      groupId: true,
      moderation: true,
      revision: true,
      deletedAt: true,
    },
  },
} as const satisfies Prisma.ChangeSelect;

/** The entries after a sequence number, oldest first; of all articles, or of those named. */
export async function loadChanges(
  after: bigint,
  take: number,
  articleIds?: readonly string[],
): Promise<readonly FeedEntry[]> {
  const rows = await db().change.findMany({
    where: { sequence: { gt: after }, ...(articleIds && { articleId: { in: [...articleIds] } }) },
    orderBy: { sequence: "asc" },
    take,
    select: columns,
  });
  return rows.map(({ reply, article, annotation, formerAudience, formerGroupId, ...row }) => {
    const { deletedAt, ...rest } = annotation;
    const { slug, ...articleAccess } = article;
    return {
      ...row,
      isReply: reply !== null,
      actorId: reply ? reply.authorId : rest.ownerId,
      articleSlug: slug,
      annotation: { ...rest, isDeleted: deletedAt !== null, article: articleAccess },
      former: formerAudience && { audience: formerAudience, groupId: formerGroupId },
    };
  });
}

/** The number of the youngest entry; 0 for an empty feed. */
export async function lastSequence(): Promise<bigint> {
  const { _max } = await db().change.aggregate({ _max: { sequence: true } });
  return _max.sequence ?? 0n;
}
