import "server-only";
import { z } from "zod";
import type { Language } from "@/core/article/language";
import type { Viewer } from "@/core/viewer/viewer";
import { renderSide } from "@/document/render-html";
import { db } from "../db";
import { byteCache } from "./byte-cache";
import { loadVersion } from "./load-version";
import { versionsReadableBy } from "./readable-by";

const rendered = byteCache<string>(64 * 1024 * 1024);

/** The HTML inside one side's container, of any version that readers were shown; `null` when the viewer may not read it. */
export async function loadSideHtml(
  viewer: Viewer | null,
  versionId: string,
  side: Language,
): Promise<string | null> {
  if (!z.uuid().safeParse(versionId).success) return null;
  const version = await db().articleVersion.findFirst({
    where: { AND: [{ id: versionId }, versionsReadableBy(viewer)] },
    select: { id: true },
  });
  if (!version) return null;

  const key = `${version.id}/${side}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = renderSide(await loadVersion(version.id, db()), side);
  rendered.set(key, html, html.length * 2);
  return html;
}
