import "server-only";
import { z } from "zod";
import type { OperationOf } from "@/core/article/operations/operation";
import { proposeAlignment } from "@/core/article/operations/propose-alignment";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { loadDraftState } from "./draft-state";
import { findDraft } from "./find-draft";
import { findWork } from "./find-work";

/** What is to be aligned anew in the viewer's draft as it is after an entry. */
export const realignSchema = z.strictObject({
  after: z.int().min(0).max(10_000_000),
  rows: z
    .array(z.string().regex(/^r[0-9]{1,7}$/))
    .min(1)
    .max(10_000)
    .nullable(),
  pinned: z
    .strictObject({
      de: z.string().regex(/^ds[0-9]{1,7}$/),
      en: z.string().regex(/^es[0-9]{1,7}$/),
    })
    .nullable(),
});
export type RealignRequest = z.infer<typeof realignSchema>;

export type Proposal = { readonly ok: true; readonly operation: OperationOf<"realign"> };

/** The operation that would align anew what the machine may change; the editor's browser does it, as any other. */
export async function proposeRealign(
  viewer: Viewer,
  slug: string,
  { after, rows, pinned }: RealignRequest,
): Promise<Proposal | Refusal> {
  const work = await findWork(viewer, slug);
  if (!work?.rights.mayEdit) return refusal("not-found");
  const state = await loadDraftState(db(), await findDraft(db(), viewer, work));
  if (state.sequence !== after) return refusal("stale", { sequence: state.sequence });
  return { ok: true, operation: proposeAlignment(state.article, { rows, pinned }, null) };
}
