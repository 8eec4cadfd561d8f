import "server-only";
import type { Article } from "@/core/article/article";
import type { GlossaryTerm } from "@/core/checks/context";
import type { Viewer } from "@/core/viewer/viewer";
import { loadVersion } from "../articles/load-version";
import { db } from "../db";
import { listGlossary } from "../glossary/glossary";
import { listDismissals } from "./dismiss-finding";
import { findWork } from "./find-work";

export type CurrentText = {
  readonly article: Article;
  readonly dismissed: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
};

/** What readers have of an article, with what the checks need to be shown beside it; `null` where the viewer does not work on it. */
export async function loadCurrentText(
  viewer: Viewer | null,
  slug: string,
): Promise<CurrentText | null> {
  const work = await findWork(viewer, slug);
  if (!work) return null;
  return {
    article: await loadVersion(work.current.id, db()),
    dismissed: await listDismissals(work.articleId),
    glossary: (await listGlossary()).map(({ de, en }) => ({ de, en })),
  };
}
