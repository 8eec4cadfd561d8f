import "server-only";
import { z } from "zod";
import { restoreArticle } from "@/core/article/operations/restore-article";
import type { Viewer } from "@/core/viewer/viewer";
import { loadVersion } from "../articles/load-version";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { lockDraft } from "./append-entries";
import { done, keepDraftState, loadDraftState } from "./draft-state";
import { findFreshDraft } from "./find-draft";
import { findWork } from "./find-work";

export const restoreSchema = z.strictObject({ version: z.int().min(1).max(1_000_000) });
export type Restore = z.infer<typeof restoreSchema>;

/** Puts an earlier version into the viewer's draft, as a step that can be taken back; readers see it once it is saved. */
export async function restoreVersion(
  viewer: Viewer,
  slug: string,
  { version: number }: Restore,
): Promise<{ readonly ok: true; readonly sequence: number } | Refusal> {
  const result = await db().$transaction(async (transaction) => {
    const work = await findWork(viewer, slug, transaction);
    if (!work?.rights.mayEdit) return refusal("not-found");
    const { articleId } = work;
    const version = await transaction.articleVersion.findUnique({
      where: { articleId_number: { articleId, number } },
      select: { id: true },
    });
    if (!version) return refusal("not-found");
    const row = await findFreshDraft(transaction, viewer, work);
    await lockDraft(transaction, row.id);
    const state = await loadDraftState(transaction, row);
    const earlier = await loadVersion(version.id, transaction);
    const { article, change, inverse } = restoreArticle(state.article, earlier);
    const sequence = state.sequence + 1;
    const operation = { kind: "restore", version: number };
    await transaction.draftEntry.create({
      data: { draftId: row.id, sequence, kind: "do", operation, change, inverse },
    });
    const deed = { sequence, kind: operation.kind, change, inverse };
    return { row, state: done(state, deed, article) };
  });
  if ("ok" in result) return result;
  keepDraftState(result.row, result.state);
  return { ok: true, sequence: result.state.sequence };
}
