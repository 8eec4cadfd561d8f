import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import {
  type ExportedFile,
  type ExportFormat,
  exportArticle,
  isExportFormat,
} from "@/formats/interchange/export-article";
import { db } from "../db";
import { loadArticle } from "./load-article";

export { isExportFormat };

/** An article as a file, for whoever may read it; `null` for whoever may not. */
export async function exportForViewer(
  viewer: Viewer | null,
  slug: string,
  format: ExportFormat,
): Promise<ExportedFile | null> {
  const reading = await loadArticle(viewer, slug);
  if (!reading) return null;
  const { createdAt: modified } = await db().articleVersion.findUniqueOrThrow({
    where: { id: reading.version.id },
    select: { createdAt: true },
  });
  return exportArticle(reading.article, format, { slug, modified });
}
