import "server-only";
import { type ArticleSummary, versionSummarySchema } from "@/core/article/article-summary";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { readableBy } from "./readable-by";

/** The articles that the viewer may read, the youngest first. */
export async function listArticles(viewer: Viewer | null): Promise<readonly ArticleSummary[]> {
  const rows = await db().article.findMany({
    where: { AND: [{ currentVersionId: { not: null } }, readableBy(viewer)] },
    orderBy: [{ createdAt: "desc" }, { slug: "asc" }],
    select: { slug: true, audience: true, currentVersion: { select: { summary: true } } },
  });
  return rows.map(({ slug, audience, currentVersion }) => ({
    slug,
    audience,
    ...versionSummarySchema.parse(currentVersion?.summary),
  }));
}
