import "server-only";
import { type ArticleDiff, diffArticles } from "@/core/article/diff-articles";
import type { Viewer } from "@/core/viewer/viewer";
import { loadVersion } from "../articles/load-version";
import { db } from "../db";
import { findWork } from "./find-work";

/** What changed from one version of an article to another; `null` where the viewer may not work on it, or one is not there. */
export async function compareVersions(
  viewer: Viewer | null,
  slug: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ArticleDiff | null> {
  const work = await findWork(viewer, slug);
  if (!work) return null;
  const rows = await db().articleVersion.findMany({
    where: { articleId: work.articleId, number: { in: [from, to] } },
    select: { id: true, number: true },
  });
  const [before, after] = [from, to].map((number) => rows.find((row) => row.number === number));
  if (!before || !after) return null;
  return diffArticles(await loadVersion(before.id, db()), await loadVersion(after.id, db()));
}
