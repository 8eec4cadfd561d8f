import "server-only";
import type { Grant } from "@/core/audience/access";
import { mayPublish } from "@/core/audience/article-policy";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { stillOpen } from "../sharing/still-open";

/** `mayReadArticle` as a filter: the articles that the viewer may read, and no others. */
export function readableBy(
  viewer: Viewer | null,
  grants: readonly Grant[] = [],
): Prisma.ArticleWhereInput {
  const linked = grants.flatMap((grant) => (grant.kind === "article" ? [grant.articleId] : []));
  const open: Prisma.ArticleWhereInput[] = [{ audience: "library" }];
  if (linked.length > 0) open.push({ audience: "link", id: { in: linked } });
  if (!viewer) return { deletedAt: null, OR: open };

  open.push({ importedById: viewer.id });
  open.push({
    audience: "link",
    shareLinks: {
      some: { kind: "article", ...stillOpen(), guests: { some: { userId: viewer.id } } },
    },
  });
  if (mayPublish({ viewer })) open.push({ audience: "link" });
  open.push({ audience: "group", group: { members: { some: { userId: viewer.id } } } });
  if (viewer.role === "owner") open.push({ importedById: null });
  return { deletedAt: null, OR: open };
}

/** The versions that the viewer may read: those that are, or once were, what readers of the article were shown. */
export function versionsReadableBy(
  viewer: Viewer | null,
  grants: readonly Grant[] = [],
): Prisma.ArticleVersionWhereInput {
  return { shownSince: { not: null }, article: readableBy(viewer, grants) };
}
