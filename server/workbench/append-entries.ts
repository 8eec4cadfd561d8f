import "server-only";
import { z } from "zod";
import { applyOperation } from "@/core/article/operations/apply-operation";
import {
  operationSchema,
  type RefusalReason,
  type Stamp,
} from "@/core/article/operations/operation";
import type { Patch } from "@/core/article/operations/patch";
import { mayDo } from "@/core/audience/work-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { db, type Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import {
  type DraftState,
  done,
  keepDraftState,
  loadDraftState,
  redone,
  undone,
} from "./draft-state";
import { findDraft } from "./find-draft";
import { findWork } from "./find-work";
import { stepsOf } from "./open-draft";

/** What an editor did, in order, after the entry that the browser knows of as the last. */
export const appendSchema = z.strictObject({
  /** The number of the version that the draft was opened with or saved as, last. */
  version: z.int().min(1).max(1_000_000),
  after: z.int().min(0).max(10_000_000),
  entries: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("do"), operation: operationSchema }),
        z.strictObject({ kind: z.enum(["undo", "redo"]) }),
      ]),
    )
    .min(1)
    .max(200),
});
export type Append = z.infer<typeof appendSchema>;

export type Appended = {
  readonly ok: true;
  readonly sequence: number;
  readonly undoable: number;
  readonly redoable: number;
  /** Of the last entry, when it went back or on: the browser may not know what it held. */
  readonly patch: Patch | null;
};

/** Appends to the viewer's draft. All of it or nothing; refused where another window appended meanwhile. */
export async function appendEntries(
  viewer: Viewer,
  slug: string,
  { version, after, entries }: Append,
): Promise<Appended | Refusal> {
  return db()
    .$transaction(async (transaction) => {
      const work = await findWork(viewer, slug, transaction);
      if (!work) return refusal("not-found");
      const isAllowed = entries.every(
        (entry) => entry.kind !== "do" || mayDo(work.rights, entry.operation.kind),
      );
      if (!isAllowed) return refusal("not-found");
      const row = await findDraft(transaction, viewer, work);
      await lockDraft(transaction, row.id);
      let state = await loadDraftState(transaction, row);
      // Opened again in another window, the draft may have begun anew with a version that this one does not show.
      const saved = await transaction.articleVersion.findUniqueOrThrow({
        where: { id: row.savedVersionId },
        select: { number: true },
      });
      if (state.sequence !== after || saved.number !== version) {
        return refusal("stale", { sequence: state.sequence });
      }

      const stamp = { by: viewer.id, at: new Date().toISOString() };
      const data = [];
      let patch: Patch | null = null;
      for (const entry of entries) {
        const step = take(state, entry, stamp);
        if (!step.ok) return refusal("invalid", { operation: step.reason });
        state = step.state;
        patch = step.patch;
        data.push({ draftId: row.id, sequence: state.sequence, kind: entry.kind, ...step.columns });
      }
      await transaction.draftEntry.createMany({ data });
      await transaction.draft.update({ where: { id: row.id }, data: { updatedAt: new Date() } });
      return { row, state, patch };
    })
    .then((result) => {
      if ("ok" in result) return result;
      keepDraftState(result.row, result.state); // only now that it is stored
      return { ok: true, ...stepsOf(result.state), patch: result.patch };
    });
}

/** So that two windows of one editor append one after the other. */
export async function lockDraft(transaction: Transaction, draftId: string): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM "draft" WHERE "id" = ${draftId}::uuid FOR UPDATE`;
}

type Step =
  | { readonly ok: false; readonly reason: RefusalReason | "nothing" }
  | {
      readonly ok: true;
      readonly state: DraftState;
      readonly patch: Patch | null;
      readonly columns: object;
    };

function take(state: DraftState, entry: Append["entries"][number], stamp: Stamp): Step {
  const sequence = state.sequence + 1;
  if (entry.kind === "do") {
    const { operation } = entry;
    const result = applyOperation(state.article, operation, stamp);
    if (!result.ok) return result;
    const { article, change, inverse } = result;
    const deed = { sequence, kind: operation.kind, change, inverse };
    const columns = { operation, change, inverse };
    return { ok: true, state: done(state, deed, article), patch: null, columns };
  }
  const isUndo = entry.kind === "undo";
  const deed = (isUndo ? state.undoable : state.redoable).at(-1);
  const next = isUndo ? undone(state, sequence) : redone(state, sequence);
  if (!deed || !next) return { ok: false, reason: "nothing" };
  const patch = isUndo ? deed.inverse : deed.change;
  return { ok: true, state: next, patch, columns: { target: deed.sequence } };
}
