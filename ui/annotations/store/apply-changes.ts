import { type Annotation, annotationOf, type StoredAnnotation } from "@/core/annotation/annotation";
import type { StoredReply } from "@/core/annotation/reply";
import { applyReplies, type ShownReply } from "./apply-replies";
import type { Change, Refusal } from "./change";

/** An annotation as the reader sees it: the server's state with their own changes on top. */
export type ShownAnnotation = {
  readonly annotation: Annotation;
  /** Its thread, oldest first. */
  readonly replies: readonly ShownReply[];
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When its thread was resolved; `null` while it is open. */
  readonly resolvedAt: string | null;
  /** Deleted, and still there because others have answered. */
  readonly isDeleted: boolean;
  readonly isSaved: boolean;
  /** Whether the reader made it: only then it is theirs to change. */
  readonly isOwn: boolean;
  readonly mayAnswer: boolean;
  readonly author: StoredAnnotation["author"] | null;
  readonly groupName: string | null;
  /** Where nobody but its maker sees it because of moderation. */
  readonly moderation?: StoredAnnotation["moderation"];
  readonly refusal: Refusal | null;
};

type Stored = {
  readonly annotations: ReadonlyMap<string, StoredAnnotation>;
  readonly replies: ReadonlyMap<string, StoredReply>;
};

/** Lays the changes that are still on their way over what the server has. */
export function applyChanges(
  stored: Stored,
  changes: readonly Change[],
): readonly ShownAnnotation[] {
  const views = viewsOf(stored.annotations);
  if (changes.length === 0 && stored.replies.size === 0) return untouched(stored, views);
  const shown = new Map<string, ShownAnnotation>();
  for (const [id, one] of stored.annotations) shown.set(id, savedView(views, id, one));
  for (const change of changes) applyChange(shown, change);
  const threads = applyReplies(stored.replies, changes);
  return [...shown.values()].flatMap((one) => {
    const replies = threads.get(one.annotation.id);
    if (replies) return { ...one, replies };
    return one.isDeleted ? [] : one;
  });
}

/** As mostly, where nothing is on its way and nobody has answered. */
function untouched({ annotations }: Stored, views: SavedViews): readonly ShownAnnotation[] {
  const shown: ShownAnnotation[] = [];
  for (const [id, one] of annotations) {
    if (!one.isDeleted) shown.push(savedView(views, id, one));
  }
  return shown;
}

function applyChange(shown: Map<string, ShownAnnotation>, change: Change): void {
  if ("resolution" in change) {
    const before = shown.get(change.resolution);
    const resolvedAt = change.kind === "delete" ? null : change.madeAt;
    if (before) shown.set(change.resolution, { ...before, resolvedAt });
    return;
  }
  if (!("annotation" in change)) return;
  const { annotation, kind, madeAt, refusal } = change;
  if (kind === "delete") {
    // A refused deletion must not hide what is still there.
    if (refusal === null) shown.delete(annotation.id);
    return;
  }
  const before = shown.get(annotation.id);
  shown.set(annotation.id, {
    annotation,
    replies: noReplies,
    createdAt: before?.createdAt ?? madeAt,
    updatedAt: madeAt,
    resolvedAt: before?.resolvedAt ?? null,
    isDeleted: false,
    isSaved: false,
    isOwn: true,
    // Its maker sees it, and so may answer it, unless the server has said otherwise.
    mayAnswer: before?.mayAnswer ?? true,
    author: before?.author ?? null,
    groupName: before?.annotation.groupId === annotation.groupId ? before.groupName : null,
    ...(before?.moderation && { moderation: before.moderation }),
    refusal,
  });
}

const noReplies: readonly ShownReply[] = [];

type SavedView = { readonly stored: StoredAnnotation; readonly view: ShownAnnotation };
type SavedViews = Map<string, SavedView>;

// The same for the same, so that a change of one among thousands draws that one.
const savedViews = new WeakMap<Stored["annotations"], SavedViews>();

function viewsOf(annotations: Stored["annotations"]): SavedViews {
  const known = savedViews.get(annotations) ?? new Map();
  savedViews.set(annotations, known);
  return known;
}

function savedView(views: SavedViews, id: string, stored: StoredAnnotation): ShownAnnotation {
  const known = views.get(id);
  if (known?.stored === stored) return known.view;
  const view = viewOf(stored);
  views.set(id, { stored, view });
  return view;
}

function viewOf(stored: StoredAnnotation): ShownAnnotation {
  const { createdAt, updatedAt, resolvedAt, isDeleted } = stored;
  const { author, groupName, isOwn, mayAnswer, moderation } = stored;
  const shown: ShownAnnotation = {
    annotation: annotationOf(stored),
    replies: noReplies,
    createdAt,
    updatedAt,
    resolvedAt,
    isDeleted,
    isSaved: true,
    refusal: null,
    author,
    groupName,
    isOwn,
    mayAnswer,
  };
  return moderation ? { ...shown, moderation } : shown;
}
