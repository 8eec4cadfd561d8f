import "server-only";
import { z } from "zod";
import { versionSummarySchema } from "@/core/article/article-summary";
import type { Language } from "@/core/article/language";
import type { Viewer } from "@/core/viewer/viewer";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";
import { findWork } from "./find-work";

export type OpenWorkbench = {
  readonly titles: Readonly<Record<Language, string | null>>;
  /** How many annotations that the viewer may see begin in each block. */
  readonly notes: Readonly<Record<string, number>>;
};

/** What the page of a workbench shows before the draft is there; `null` where the viewer may not work on the article. */
export async function openWorkbench(viewer: Viewer, slug: string): Promise<OpenWorkbench | null> {
  const work = await findWork(viewer, slug);
  if (!work) return null;
  const { summary } = await db().articleVersion.findUniqueOrThrow({
    where: { id: work.current.id },
    select: { summary: true },
  });
  const titles = versionSummarySchema.parse(summary).titles;
  return { titles, notes: await countNotes(viewer, work.articleId) };
}

const anchorSchema = z.object({ start: z.object({ block: z.string() }) });

async function countNotes(viewer: Viewer, articleId: string): Promise<Record<string, number>> {
  const rows = await db().annotation.findMany({
    where: { AND: [{ articleId }, visibleAnnotations(viewer)] },
    select: { anchor: true },
  });
  const counts: Record<string, number> = {};
  for (const { anchor } of rows) {
    const { block } = anchorSchema.parse(anchor).start;
    counts[block] = (counts[block] ?? 0) + 1;
  }
  return counts;
}
