import "server-only";
import { z } from "zod";
import type { Article } from "@/core/article/article";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { loadVersion } from "./load-version";
import { versionsReadableBy } from "./readable-by";

/** Any version that readers were shown; `null` when the viewer may not read it or there is none of that id. */
export async function loadReadableVersion(
  viewer: Viewer | null,
  versionId: string,
): Promise<Article | null> {
  if (!z.uuid().safeParse(versionId).success) return null;
  const version = await db().articleVersion.findFirst({
    where: { AND: [{ id: versionId }, versionsReadableBy(viewer)] },
    select: { id: true },
  });
  return version && loadVersion(version.id, db());
}
