import "server-only";
import type { AuditAction } from "@/core/article/audit";
import type { ArticleAudience } from "@/core/audience/article-policy";
import type { WorkRights } from "@/core/audience/work-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { type ArticleLink, listArticleLinks } from "../sharing/share-links";
import { findWork } from "./find-work";

export type OpenPublication = {
  readonly audience: ArticleAudience;
  /** The group that it is for. */
  readonly groupName: string | null;
  readonly rights: WorkRights;
  /** The groups that the viewer may give it to. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Those that open the article now. */
  readonly links: readonly ArticleLink[];
  /** The youngest first. */
  readonly audit: readonly AuditLine[];
};

type AuditLine = {
  readonly sequence: string;
  readonly action: AuditAction;
  /** `null`: the operator, or an account that is gone. */
  readonly actor: string | null;
  readonly version: number | null;
  readonly at: Date;
};

/** For whom an article is, what the viewer may change of that, and who did what to it; `null` where they do not work on it. */
export async function openPublication(
  viewer: Viewer | null,
  slug: string,
): Promise<OpenPublication | null> {
  const work = await findWork(viewer, slug);
  if (!viewer || !work) return null;
  const { group } = await db().article.findUniqueOrThrow({
    where: { id: work.articleId },
    select: { group: { select: { name: true } } },
  });
  const groups = await db().group.findMany({
    where: {
      archivedAt: null,
      parentId: null,
      members: { some: { userId: viewer.id, role: { in: ["owner", "moderator"] } } },
    },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  const links = await listArticleLinks(work.articleId);
  const entries = await db().auditEntry.findMany({
    where: { articleId: work.articleId },
    orderBy: { sequence: "desc" },
    take: 200,
    select: {
      ...{ sequence: true, action: true, version: true, createdAt: true },
      actor: { select: { name: true } },
    },
  });
  return {
    audience: work.audience,
    groupName: group?.name ?? null,
    rights: work.rights,
    groups,
    links: work.rights.mayPublish ? links : [],
    audit: entries.flatMap(({ sequence, action, actor, version, createdAt }) =>
      isAction(action)
        ? [
            {
              sequence: String(sequence),
              action,
              actor: actor?.name ?? null,
              version,
              at: createdAt,
            },
          ]
        : [],
    ),
  };
}

const actions: readonly string[] = ["saved", "published", "unpublished", "deleted"];

function isAction(action: string): action is AuditAction {
  return actions.includes(action);
}
