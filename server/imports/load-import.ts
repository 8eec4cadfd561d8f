import "server-only";
import { z } from "zod";
import type { ArticleAudience } from "@/core/audience/article-policy";
import { type ImportChoices, importChoicesSchema } from "@/core/import/import-choices";
import { type Imported, importResultSchema, type Refused } from "@/core/import/import-result";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

/** An import as its page shows it. */
export type LoadedImport = {
  readonly id: string;
  readonly choices: ImportChoices;
  /** `null` where the files were not read yet. */
  readonly result: Imported | Refused | null;
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
  }[];
  /** What was made of it, once it was saved. */
  readonly article: { readonly slug: string; readonly audience: ArticleAudience } | null;
};

/** Only who brought a document reads what became of it; for everyone else there is none. */
export async function loadImport(viewer: Viewer | null, id: string): Promise<LoadedImport | null> {
  if (!viewer || !z.uuid().safeParse(id).success) return null;
  const row = await db().import.findFirst({
    where: { id, ownerId: viewer.id },
    select: {
      id: true,
      choices: true,
      result: true,
      files: { select: { name: true, sha256: true }, orderBy: { place: "asc" } },
      article: { select: { slug: true, audience: true, deletedAt: true } },
    },
  });
  if (!row) return null;
  const { article } = row;
  return {
    id: row.id,
    choices: importChoicesSchema.parse(row.choices),
    // What an older release kept may lack something: it is read anew.
    result: importResultSchema.safeParse(row.result).data ?? null,
    files: row.files,
    article: article && !article.deletedAt ? article : null,
  };
}

/** One part (from 1) of the preview. */
export async function loadPreviewPart(viewer: Viewer | null, id: string, number: number) {
  if (!viewer || !z.uuid().safeParse(id).success) return null;
  return db().importPart.findFirst({
    where: { importId: id, number, import: { ownerId: viewer.id } },
    select: { rowCount: true, de: true, en: true },
  });
}
