import { type Annotation, annotationOf, type StoredAnnotation } from "@/core/annotation/annotation";
import type { Change, Refusal } from "./change";

/** An annotation as the reader sees it: the server's state with their own changes on top. */
export type ShownAnnotation = {
  readonly annotation: Annotation;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly isSaved: boolean;
  /** Whether the reader made it: only then it is theirs to change. */
  readonly isOwn: boolean;
  readonly mayAnswer: boolean;
  readonly author: StoredAnnotation["author"] | null;
  readonly groupName: string | null;
  readonly refusal: Refusal | null;
};

/** Lays the changes that are still on their way over what the server has. */
export function applyChanges(
  stored: ReadonlyMap<string, StoredAnnotation>,
  changes: readonly Change[],
): readonly ShownAnnotation[] {
  const shown = new Map([...stored].map(([id, annotation]) => [id, savedView(annotation)]));
  for (const change of changes) {
    const { annotation, kind, madeAt, refusal } = change;
    if (kind === "delete") {
      // A refused deletion must not hide what is still there.
      if (refusal === null) shown.delete(annotation.id);
      continue;
    }
    const before = shown.get(annotation.id);
    shown.set(annotation.id, {
      annotation,
      createdAt: before?.createdAt ?? madeAt,
      updatedAt: madeAt,
      isSaved: false,
      isOwn: true,
      mayAnswer: before?.mayAnswer ?? false,
      author: before?.author ?? null,
      groupName: before?.annotation.groupId === annotation.groupId ? before.groupName : null,
      refusal,
    });
  }
  return [...shown.values()];
}

function savedView(stored: StoredAnnotation): ShownAnnotation {
  const { createdAt, updatedAt, author, groupName, isOwn, mayAnswer } = stored;
  const people = { author, groupName, isOwn, mayAnswer };
  const annotation = annotationOf(stored);
  return { annotation, createdAt, updatedAt, isSaved: true, refusal: null, ...people };
}
