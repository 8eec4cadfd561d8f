import type { Annotation } from "@/core/annotation/annotation";
import type { Change } from "./change";

/** What the reader did to one annotation; `revision` is the server's that they saw, `null` when it has none yet. */
export type Wish = {
  readonly kind: "put" | "delete" | "restore";
  readonly annotation: Annotation;
  readonly revision: number | null;
};

/** What names a new change. */
type Stamp = Pick<Change, "key" | "order" | "madeAt">;

/**
 * The queue of one annotation after a wish. A change that no server has seen, or that was refused, is melted with the
 * new one; one that may have arrived is left as it is, since its key stands for its body.
 */
export function queueChange(queue: readonly Change[], wish: Wish, stamp: Stamp): readonly Change[] {
  const last = queue.at(-1);
  const isOpen = last !== undefined && (last.attempts === 0 || last.refusal !== null);
  const fresh = { ...stamp, annotation: wish.annotation, attempts: 0, refusal: null };
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
  if (wish.kind === "delete" && last.kind === "replace") {
    return [...before, { ...fresh, kind: "delete", base: last.base }];
  }
  const undoes =
    (wish.kind === "restore" && last.kind === "delete") ||
    (wish.kind === "delete" && last.kind === "restore");
  if (undoes) return before;
  const kind = kindOf(wish, true);
  return kind ? [...queue, { ...fresh, kind, base: null }] : queue;
}

/** The change a wish needs; `null` where there is nothing to delete. */
function kindOf(wish: Wish, hasEarlier: boolean): Change["kind"] | null {
  const isNew = wish.revision === null && !hasEarlier;
  if (wish.kind === "delete") return isNew ? null : "delete";
  if (isNew) return "create";
  return wish.kind === "put" ? "replace" : "restore";
}
