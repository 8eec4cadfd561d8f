import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

export type UnsavedImport = {
  readonly id: string;
  readonly createdAt: Date;
  /** Names of its files; empty for pasted text. */
  readonly names: readonly string[];
};

/** What the viewer brought and did not save yet, newest first. */
export async function listUnsavedImports(viewer: Viewer | null): Promise<readonly UnsavedImport[]> {
  if (!viewer) return [];
  const rows = await db().import.findMany({
    where: { ownerId: viewer.id, articleId: null },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      createdAt: true,
      files: { select: { name: true }, orderBy: { place: "asc" } },
    },
  });
  return rows.map(({ files, ...rest }) => ({ ...rest, names: files.map(({ name }) => name) }));
}
