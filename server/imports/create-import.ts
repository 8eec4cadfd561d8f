import "server-only";
import { createHash } from "node:crypto";
import { noChoices } from "@/core/import/import-choices";
import type { Viewer } from "@/core/viewer/viewer";
import type { DocumentFile } from "@/formats/document/document-source";
import { db } from "../db";

/** What nobody saved goes after a week, and the oldest where somebody has many. */
const keptUnsaved = 20;
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** Keeps an upload as it came, with its hash; nothing is read yet. `null`: by the operator, on the command line. */
export async function createImport(
  viewer: Viewer | null,
  files: readonly DocumentFile[],
  articleId: string | null = null,
): Promise<{ readonly id: string }> {
  if (viewer) await removeUnsaved(viewer);
  return db().import.create({
    data: {
      ownerId: viewer?.id ?? null,
      articleId,
      choices: noChoices,
      files: {
        create: files.map(({ name, bytes }, place) => ({
          place,
          name,
          bytes: Uint8Array.from(bytes),
          sha256: createHash("sha256").update(bytes).digest("hex"),
        })),
      },
    },
    select: { id: true },
  });
}

async function removeUnsaved(viewer: Viewer): Promise<void> {
  const own = { ownerId: viewer.id, articleId: null };
  const [last] = await db().import.findMany({
    where: own,
    orderBy: { createdAt: "desc" },
    skip: keptUnsaved - 1,
    take: 1,
    select: { createdAt: true },
  });
  const tooOld = new Date(Date.now() - keptMs);
  await db().import.deleteMany({
    where: {
      OR: [
        { articleId: null, ownerId: { not: null }, createdAt: { lt: tooOld } },
        ...(last ? [{ ...own, createdAt: { lte: last.createdAt } }] : []),
      ],
    },
  });
}
