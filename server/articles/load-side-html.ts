import "server-only";
import type { Language } from "@/core/article/language";
import type { Viewer } from "@/core/viewer/viewer";
import { loadReadableVersion } from "./load-readable-version";
import { renderedSide } from "./rendered-side";

/**
 * The HTML inside one side's container, of one part (from 1) of any version that readers were shown; `null` when the
 * viewer may not read it or there is no such part.
 */
export async function loadSideHtml(
  viewer: Viewer | null,
  versionId: string,
  side: Language,
  part = 1,
): Promise<string | null> {
  const article = await loadReadableVersion(viewer, versionId);
  return article && renderedSide(versionId, article, side, part);
}
