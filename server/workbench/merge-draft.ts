import "server-only";
import { z } from "zod";
import type { Article } from "@/core/article/article";
import { mapBetween } from "@/core/article/map-between";
import { mergeArticles } from "@/core/article/operations/merge-articles";
import { patchBetween } from "@/core/article/operations/patch";
import type { Viewer } from "@/core/viewer/viewer";
import { loadVersion } from "../articles/load-version";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { lockDraft } from "./append-entries";
import { loadDraftState } from "./draft-state";
import { findDraft } from "./find-draft";
import { findWork } from "./find-work";

export const mergeSchema = z.strictObject({
  after: z.int().min(0).max(10_000_000),
  /** The version that is to be taken in; by its number, so that no later one slips in unseen. */
  version: z.int().min(1).max(1_000_000),
  /** For each conflict, in the order of the text. */
  choices: z.array(z.enum(["mine", "theirs"])).max(100_000),
});
export type Merge = z.infer<typeof mergeSchema>;

/** What both sides of a conflict were made of, and what the other editor made of it. */
export type MergeParts = {
  readonly base: Article;
  readonly theirs: Article;
  readonly version: number;
};

/** What the viewer's draft and the version that came meanwhile have in common; `null` where none came. */
export async function loadMergeParts(
  viewer: Viewer | null,
  slug: string,
): Promise<MergeParts | null> {
  const work = viewer && (await findWork(viewer, slug));
  if (!work) return null;
  const row = await findDraft(db(), viewer, work);
  if (row.savedVersionId === work.current.id) return null;
  return {
    base: await loadVersion(row.savedVersionId, db()),
    theirs: await loadVersion(work.current.id, db()),
    version: work.current.number,
  };
}

/**
 * Takes the version that came meanwhile into the viewer's draft. The draft begins anew with that version, and what the
 * viewer brings along is its first step, which can be taken back.
 */
export async function mergeDraft(
  viewer: Viewer,
  slug: string,
  { after, version, choices }: Merge,
): Promise<{ readonly ok: true } | Refusal> {
  return db().$transaction(async (transaction) => {
    const work = await findWork(viewer, slug, transaction);
    if (!work?.rights.mayEdit) return refusal("not-found");
    const row = await findDraft(transaction, viewer, work);
    await lockDraft(transaction, row.id);
    const state = await loadDraftState(transaction, row);
    if (state.sequence !== after) return refusal("stale", { sequence: state.sequence });
    if (work.current.number !== version || row.savedVersionId === work.current.id) {
      return refusal("stale", { version: work.current.number });
    }
    const base = await loadVersion(row.savedVersionId, transaction);
    const theirs = await loadVersion(work.current.id, transaction);
    const merged = mergeArticles(base, state.article, theirs, choices);
    await transaction.draft.delete({ where: { id: row.id } });
    const fresh = await findDraft(transaction, viewer, work);
    await transaction.draftEntry.create({
      data: {
        draftId: fresh.id,
        sequence: 1,
        kind: "do",
        operation: { kind: "merge", version },
        change: patchBetween(theirs, merged, mapBetween(theirs, merged)),
        inverse: patchBetween(merged, theirs, mapBetween(merged, theirs)),
      },
    });
    return { ok: true };
  });
}
