import "server-only";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import { versionSummarySchema } from "@/core/article/article-summary";
import type { Grant } from "@/core/audience/access";
import { mayInGroup } from "@/core/audience/group-policy";
import { nobody } from "@/core/viewer/viewer";
import { annotationColumns, toStoredAnnotation } from "../annotations/stored-annotation";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";
import { roleOf } from "../groups/membership";
import { mayOpenLink } from "../http/rate-limits";
import { hashSecret } from "../secret-token";

export type Shared = {
  readonly kind: "annotation" | "notes" | "group" | "article";
  /** Who shares, as far as they have a name; a group's name for a group's notes. */
  readonly from: string | null;
  readonly annotations: readonly (StoredAnnotation & { readonly title: string })[];
};

const MAX_SHOWN = 500;

/**
 * What a link shows now, to whoever holds it and to nobody as somebody: the viewer's own rights add nothing here. `null`
 * when it opens nothing, whatever the reason.
 */
export async function loadShared(headers: Headers, token: string): Promise<Shared | null> {
  if (token.length > 100 || !mayOpenLink(headers).ok) return null;
  const link = await db().shareLink.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { createdBy: { select: { name: true } }, group: { select: { name: true } } },
  });
  if (!link || link.revokedAt || (link.expiresAt && link.expiresAt <= new Date())) return null;
  const grant = await grantOf(link);
  if (!grant) return null;

  const access = { viewer: nobody, memberships: [], grants: [grant] };
  const rows = await db().annotation.findMany({
    where: { AND: [visibleAnnotations(nobody, [grant]), onlyGranted(grant)] },
    orderBy: [{ articleId: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    take: MAX_SHOWN,
    select: annotationColumns,
  });
  if (rows.length === 0 && grant.kind === "annotation") return null;
  const titles = await titlesOf(rows.map(({ article }) => article.id));
  return {
    kind: link.kind,
    from: link.kind === "group" ? (link.group?.name ?? null) : link.createdBy.name || null,
    annotations: rows.map((row) => ({
      ...toStoredAnnotation(row, access),
      title: titles.get(row.article.id) ?? row.article.slug,
    })),
  };
}

/** The public annotations of others are not what the link is about. */
function onlyGranted(grant: Grant) {
  switch (grant.kind) {
    case "annotation":
      return { id: grant.annotationId };
    case "notes":
      return { ownerId: grant.ownerId, articleId: grant.articleId };
    case "group":
      return { groupId: grant.groupId };
    case "article":
      return { articleId: grant.articleId };
  }
}

type Link = {
  readonly kind: Shared["kind"];
  readonly createdById: string;
  readonly annotationId: string | null;
  readonly articleId: string | null;
  readonly groupId: string | null;
};

/** What the link opens as long as its maker might still make it. */
async function grantOf(link: Link): Promise<Grant | null> {
  const { kind, createdById, annotationId, articleId, groupId } = link;
  if (kind === "annotation") return annotationId ? { kind, annotationId } : null;
  if (kind === "notes") return articleId ? { kind, ownerId: createdById, articleId } : null;
  if (kind === "article") return articleId ? { kind, articleId } : null;
  if (!groupId) return null;
  const role = await roleOf(createdById, groupId);
  return mayInGroup(role, "shareNotes") ? { kind, groupId, articleId } : null;
}

async function titlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, currentVersion: { select: { summary: true } } },
  });
  return new Map(
    rows.flatMap(({ id, currentVersion }) => {
      const titles = versionSummarySchema.safeParse(currentVersion?.summary).data?.titles;
      const title = titles?.de ?? titles?.en;
      return title ? [[id, title] as const] : [];
    }),
  );
}
