import "server-only";
import type { Access, Grant } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import { Prisma } from "@/prisma/generated/client";
import { readableBy } from "../articles/readable-by";

/**
 * `maySeeAnnotation` as a filter: the annotations that the viewer may see, and no others. Every query that gives
 * annotations, or what hangs on them (replies, tags, changes, counts), to anybody joins it with AND.
 */
export function visibleAnnotations(
  viewer: Viewer | null,
  grants: readonly Grant[] = [],
): Prisma.AnnotationWhereInput {
  const shared: Prisma.AnnotationWhereInput[] = [{ audience: "public" }];
  const others: Prisma.AnnotationWhereInput[] = [
    { article: readableBy(viewer, grants), OR: shared },
    ...grants.flatMap(openedBy),
  ];
  const seen: Prisma.AnnotationWhereInput[] = [{ moderation: "shown", OR: others }];
  if (viewer) {
    shared.push({ audience: "group", group: { members: { some: { userId: viewer.id } } } });
    seen.push({ ownerId: viewer.id });
  }
  return { deletedAt: null, OR: seen };
}

/**
 * The same for the annotations of one article that the viewer was found to read, with their memberships as loaded: no
 * other table is asked, so that the first page of ten thousand is read along an index. SQL over the table as `annotation`;
 * says nothing of what is deleted.
 */
export function visibleOnReadArticle({ viewer, memberships }: Omit<Access, "grants">): Prisma.Sql {
  const groupIds = memberships.map(({ groupId }) => groupId);
  const forGroups = Prisma.sql`annotation.audience = 'group' AND annotation."groupId" = ANY(${groupIds}::uuid[])`;
  const shared = Prisma.sql`annotation.moderation = 'shown' AND (annotation.audience = 'public' OR (${forGroups}))`;
  if (!viewer) return Prisma.sql`(${shared})`;
  return Prisma.sql`(annotation."ownerId" = ${viewer.id} OR (${shared}))`;
}

const forLinks: Prisma.AnnotationWhereInput = { audience: { in: ["link", "public"] } };

function openedBy(grant: Grant): Prisma.AnnotationWhereInput[] {
  switch (grant.kind) {
    case "annotation":
      return [{ ...forLinks, id: grant.annotationId }];
    case "notes":
      return [{ ...forLinks, ownerId: grant.ownerId, articleId: grant.articleId }];
    case "group": {
      const { groupId, articleId } = grant;
      return [{ audience: "group", groupId, ...(articleId === null ? {} : { articleId }) }];
    }
    case "article":
      return [];
  }
}
