import "server-only";
import { z } from "zod";
import type { Language } from "@/core/article/language";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { loadVersion } from "./load-version";
import { versionsReadableBy } from "./readable-by";
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
  if (!z.uuid().safeParse(versionId).success) return null;
  const version = await db().articleVersion.findFirst({
    where: { AND: [{ id: versionId }, versionsReadableBy(viewer)] },
    select: { id: true },
  });
  if (!version) return null;

  return renderedSide(version.id, await loadVersion(version.id, db()), side, part);
}
