import { type Change, type Stamp, type Subject, subjectOf } from "./change";

/** What the reader did to one thing; `revision` is the server's that they saw, `null` when it has none yet. */
export type Wish = Subject & {
  readonly kind: "put" | "delete" | "restore";
  readonly revision: number | null;
};

/**
 * The queue of one thing after a wish. A change that no server has seen, or that was refused, is melted with the
 * new one; one that may have arrived is left as it is, since its key stands for its body.
 */
export function queueChange(queue: readonly Change[], wish: Wish, stamp: Stamp): readonly Change[] {
  const last = queue.at(-1);
  const isOpen = last !== undefined && (last.attempts === 0 || last.refusal !== null);
  const fresh = { ...stamp, ...subjectOf(wish), attempts: 0, refusal: null };
  if (!last || !isOpen) {
    const kind = kindOf(wish, queue.length > 0);
    if (!kind) return queue;
    return [...queue, { ...fresh, kind, base: last ? null : wish.revision }];
  }

  const before = queue.slice(0, -1);
  if (wish.kind === "put" && (last.kind === "create" || last.kind === "replace")) {
    return [...before, { ...fresh, kind: last.kind, base: last.base }];
  }
  if (wish.kind === "delete" && last.kind === "create") return before;
  // What was refused would keep the deletion waiting. Any other edit goes first: undoing the deletion brings it back.
  if (wish.kind === "delete" && last.kind === "replace" && last.refusal !== null) {
    return [...before, { ...fresh, kind: "delete", base: last.base }];
  }
  const undoes =
    (wish.kind === "restore" && last.kind === "delete") ||
    (wish.kind === "delete" && last.kind === "restore") ||
    ("resolution" in wish && wish.kind === "put" && last.kind === "delete");
  if (undoes) return before;
  const kind = kindOf(wish, true);
  return kind ? [...queue, { ...fresh, kind, base: null }] : queue;
}

/** The change a wish needs; `null` where there is nothing to delete. */
function kindOf(wish: Wish, hasEarlier: boolean): Change["kind"] | null {
  const isNew = wish.revision === null && !hasEarlier;
  if (wish.kind === "delete") return isNew ? null : "delete";
  if (isNew || "resolution" in wish) return "create"; // a resolution is there or not: it has no other state
  return wish.kind === "put" ? "replace" : "restore";
}
