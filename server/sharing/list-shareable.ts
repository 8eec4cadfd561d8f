import "server-only";
import { versionSummarySchema } from "@/core/article/article-summary";
import type { Language } from "@/core/article/language";
import type { Viewer } from "@/core/viewer/viewer";
import { readableBy } from "../articles/readable-by";
import { db } from "../db";

/** The articles on which the viewer has notes that a link to their notes would show. */
export async function listShareable(
  viewer: Viewer,
  language: Language,
): Promise<readonly { readonly slug: string; readonly title: string }[]> {
  const rows = await db().article.findMany({
    where: {
      AND: [
        readableBy(viewer),
        { currentVersionId: { not: null } },
        {
          annotations: {
            some: { ownerId: viewer.id, deletedAt: null, audience: { in: ["link", "public"] } },
          },
        },
      ],
    },
    orderBy: { slug: "asc" },
    select: { slug: true, currentVersion: { select: { summary: true } } },
  });
  return rows.map(({ slug, currentVersion }) => {
    const { titles } = versionSummarySchema.parse(currentVersion?.summary);
    return { slug, title: titles[language] ?? titles.de ?? titles.en ?? slug };
  });
}
