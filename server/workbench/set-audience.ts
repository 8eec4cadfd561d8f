import "server-only";
import { z } from "zod";
import type { AuditAction } from "@/core/article/audit";
import type { Viewer } from "@/core/viewer/viewer";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { findWork } from "./find-work";
import { recordAudit } from "./record-audit";

/** Whom an article is to be for from now on. */
export const publicationSchema = z.discriminatedUnion("audience", [
  z.strictObject({ audience: z.literal("library") }),
  z.strictObject({ audience: z.literal("group"), groupId: z.uuid() }),
  z.strictObject({ audience: z.literal("link") }),
  z.strictObject({ audience: z.literal("draft") }),
]);
export type Publication = z.infer<typeof publicationSchema>;

type Done = { readonly ok: true };

/** Publishes an article to the library, a group of the viewer's or whoever has its link, or takes it back to being a draft; written down with who did it. */
export async function setAudience(
  viewer: Viewer,
  slug: string,
  publication: Publication,
): Promise<Done | Refusal> {
  return db().$transaction(async (transaction) => {
    const work = await findWork(viewer, slug, transaction);
    if (!work) return refusal("not-found");
    if (!work.rights.mayPublish) return refusal("not-allowed");
    const groupId = publication.audience === "group" ? publication.groupId : null;
    if (groupId !== null && !(await isOpenTo(transaction, viewer, groupId))) {
      return refusal("not-found");
    }
    const { audience } = publication;
    const { count } = await transaction.article.updateMany({
      where: { id: work.articleId, NOT: { audience, groupId } },
      data: { audience, groupId },
    });
    if (count === 0) return { ok: true }; // so it was already
    const action: AuditAction = audience === "draft" ? "unpublished" : "published";
    const { articleId, current } = work;
    await recordAudit(transaction, viewer, { articleId, action, version: current.number });
    return { ok: true };
  });
}

/** Whether the viewer may give an article to a group: one that they lead, and that still works. */
async function isOpenTo(transaction: Transaction, viewer: Viewer, groupId: string) {
  const count = await transaction.membership.count({
    where: {
      groupId,
      userId: viewer.id,
      role: { in: ["owner", "moderator"] },
      group: { archivedAt: null },
    },
  });
  return count === 1;
}

/** Takes an article out of everything; what readers wrote in its margins is kept for them. */
export async function deleteArticle(viewer: Viewer, slug: string): Promise<Done | Refusal> {
  return db().$transaction(async (transaction) => {
    const work = await findWork(viewer, slug, transaction);
    if (!work) return refusal("not-found");
    if (!work.rights.mayDelete) return refusal("not-allowed");
    const { articleId, current } = work;
    await transaction.article.update({
      where: { id: articleId },
      data: { deletedAt: new Date() },
    });
    await recordAudit(transaction, viewer, {
      articleId,
      action: "deleted",
      version: current.number,
    });
    return { ok: true };
  });
}
