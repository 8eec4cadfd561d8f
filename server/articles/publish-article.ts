import "server-only";
import { mayPublish } from "@/core/audience/article-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { recordAudit } from "../workbench/record-audit";
import { readableBy } from "./readable-by";

export type PublishResult =
  | { readonly ok: true }
  /** Each is a key of the messages `ImportPage.notPublished`. */
  | { readonly ok: false; readonly reason: "not-found" | "not-editor" };

/** Puts a draft that the viewer may read into the library. Published twice, it is published once. */
export async function publishArticle(viewer: Viewer, slug: string): Promise<PublishResult> {
  const own = { AND: [{ slug, deletedAt: null }, readableBy(viewer)] };
  const article = await db().article.findFirst({
    where: own,
    select: { id: true, currentVersion: { select: { number: true } } },
  });
  if (!article) return { ok: false, reason: "not-found" };
  if (!mayPublish({ viewer })) return { ok: false, reason: "not-editor" };
  await db().$transaction(async (transaction) => {
    const { count } = await transaction.article.updateMany({
      where: { id: article.id, audience: "draft" },
      data: { audience: "library" },
    });
    if (count === 0) return;
    const version = article.currentVersion?.number ?? null;
    await recordAudit(transaction, viewer, { articleId: article.id, action: "published", version });
  });
  return { ok: true };
}
