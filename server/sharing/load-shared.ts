import "server-only";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import { versionSummarySchema } from "@/core/article/article-summary";
import type { Language } from "@/core/article/language";
import type { Grant } from "@/core/audience/access";
import { nobody } from "@/core/viewer/viewer";
import { annotationColumns, toStoredAnnotation } from "../annotations/stored-annotation";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";
import { mayOpenLink } from "../http/rate-limits";
import { type OpenLink, openLink } from "./open-link";

export type Shared = Pick<OpenLink, "kind" | "from"> & {
  readonly annotations: readonly (StoredAnnotation & { readonly title: string })[];
  /** What a link to an article is to; it is read after it was opened (`openArticle`). */
  readonly article: SharedArticle | null;
};

type SharedArticle = {
  readonly titles: Readonly<Record<Language, string | null>>;
  readonly minutes: Readonly<Record<Language, number>>;
};

const MAX_SHOWN = 500;

/**
 * What a link shows now, to whoever holds it and to nobody as somebody: the viewer's own rights add nothing here. `null`
 * when it opens nothing, whatever the reason.
 */
export async function loadShared(headers: Headers, token: string): Promise<Shared | null> {
  if (!mayOpenLink(headers).ok) return null;
  const link = await openLink(token);
  if (!link) return null;
  const { kind, from, grant } = link;
  if (grant.kind === "article") {
    const article = await loadArticle(grant.articleId);
    return article && { kind, from, annotations: [], article };
  }

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
    kind,
    from,
    annotations: rows.map((row) => ({
      ...toStoredAnnotation(row, access),
      title: titles.get(row.article.id) ?? row.article.slug,
    })),
    article: null,
  };
}

async function loadArticle(id: string): Promise<SharedArticle | null> {
  const row = await db().article.findUnique({
    where: { id },
    select: { currentVersion: { select: { summary: true } } },
  });
  const summary = versionSummarySchema.safeParse(row?.currentVersion?.summary).data;
  return summary ? { titles: summary.titles, minutes: summary.minutes } : null;
}

/** The public annotations of others are not what the link is about. */
function onlyGranted(grant: Exclude<Grant, { kind: "article" }>) {
  switch (grant.kind) {
    case "annotation":
      return { id: grant.annotationId };
    case "notes":
      return { ownerId: grant.ownerId, articleId: grant.articleId };
    case "group":
      return { groupId: grant.groupId };
  }
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
