import "server-only";
import type { Article } from "@/core/article/article";
import type { ArticleSummary } from "@/core/article/article-summary";
import { minutesToRead } from "@/core/article/minutes-to-read";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { byteCache } from "./byte-cache";
import { loadVersion } from "./load-version";
import { readableBy } from "./readable-by";

type VersionSummary = Omit<ArticleSummary, "slug" | "audience">;

const SUMMARY_BYTES = 1000;
const summaries = byteCache<VersionSummary>(8 * 1024 * 1024);

/** The articles that the viewer may read, the youngest first. */
export async function listArticles(viewer: Viewer | null): Promise<readonly ArticleSummary[]> {
  const rows = await db().article.findMany({
    where: { AND: [{ currentVersionId: { not: null } }, readableBy(viewer)] },
    orderBy: [{ createdAt: "desc" }, { slug: "asc" }],
    select: { slug: true, audience: true, currentVersionId: true },
  });
  const list: ArticleSummary[] = [];
  for (const { slug, audience, currentVersionId } of rows) {
    if (currentVersionId === null) continue;
    list.push({ slug, audience, ...(await loadSummary(currentVersionId)) });
  }
  return list;
}

async function loadSummary(versionId: string): Promise<VersionSummary> {
  const known = summaries.get(versionId);
  if (known) return known;
  const summary = summarise(await loadVersion(versionId, db()));
  summaries.set(versionId, summary, SUMMARY_BYTES);
  return summary;
}

function summarise({ sides: { de, en } }: Article): VersionSummary {
  // What belongs to the article may stand in either file's front matter.
  const shared = { ...en.frontMatter, ...de.frontMatter };
  return {
    titles: { de: de.frontMatter.title ?? null, en: en.frontMatter.title ?? null },
    minutes: { de: minutesToRead(de), en: minutesToRead(en) },
    level: shared.level,
    direction: shared.direction,
    isFiction: shared.fiction ?? false,
  };
}
