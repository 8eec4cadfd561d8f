import "server-only";
import { z } from "zod";
import type { Language } from "@/core/article/language";
import { partsOf } from "@/core/article/parts";
import type { Viewer } from "@/core/viewer/viewer";
import { renderSide } from "@/document/render-html";
import { db } from "../db";
import { byteCache } from "./byte-cache";
import { loadVersion } from "./load-version";
import { versionsReadableBy } from "./readable-by";

const rendered = byteCache<string>(64 * 1024 * 1024);

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

  const key = `${version.id}/${side}/${part}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const article = await loadVersion(version.id, db());
  const rows = partsOf(article)[part - 1];
  if (!rows) return null;
  const html = renderSide(article, side, rows);
  rendered.set(key, html, html.length * 2);
  return html;
}
