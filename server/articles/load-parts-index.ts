import "server-only";
import { indexParts, type PartsIndex } from "@/core/annotation/parts-index";
import type { Viewer } from "@/core/viewer/viewer";
import { articleOutline } from "./article-outline";
import { loadReadableVersion } from "./load-readable-version";

/** What stands in which part of a version that readers were shown; `null` when the viewer may not read it. */
export async function loadPartsIndex(
  viewer: Viewer | null,
  versionId: string,
): Promise<PartsIndex | null> {
  const article = await loadReadableVersion(viewer, versionId);
  return article && indexParts(article, articleOutline(article).parts);
}
