import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Anchor, Annotation } from "@/core/annotation/annotation";
import { mayShareWith } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import type { Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { moderationFor } from "../moderation/hold";
import { notifyMentioned } from "../notifications/notify-mentioned";
import { anchorFits, twinFits } from "./anchor-fits";
import { type Applied, applyOnce } from "./apply-once";
import { createAnnotation } from "./create-annotation";
import { createAtOnce } from "./create-at-once";
import { findOwn, staleOrAbsent } from "./find-own";
import { loadGroup } from "./load-group";
import { recordChange } from "./record-change";
import { writeTags } from "./write-tags";
import { writtenColumns } from "./written-columns";

/** Creates or replaces one of the viewer's annotations, under the rules *Changing an annotation* of the architecture. */
export async function putAnnotation(
  viewer: Viewer,
  id: string,
  change: Change<Annotation>,
): Promise<Applied | Refusal> {
  const { body, state } = change;
  if (body.id.toLowerCase() !== id.toLowerCase()) return invalid("id");
  const made = state.kind === "absent" ? await createAtOnce(viewer, change) : null;
  if (made) return made;
  return applyOnce(viewer, change, (transaction) =>
    state.kind === "absent"
      ? createAnnotation(transaction, viewer, body)
      : replace(transaction, viewer, body, state.revision),
  );
}

async function replace(
  transaction: Transaction,
  viewer: Viewer,
  annotation: Annotation,
  revision: number,
): Promise<Applied | Refusal> {
  const { id } = annotation;
  const found = await findOwn(transaction, viewer, id);
  if (!found) return refusal("not-found");

  const { stored } = found;
  if (stored.revision !== revision) return refusal("stale", { current: stored });
  if (annotation.articleSlug !== stored.articleSlug) return invalid("articleSlug");
  const anchor = newer(annotation.anchor, stored.anchor);
  const twin = annotation.twin && newer(annotation.twin, stored.twin);
  // A note stays editable whatever became of the text it stands on; only a new place is looked up.
  const isMoved = !isDeepStrictEqual(anchor, stored.anchor);
  if (isMoved && anchor.side !== stored.anchor.side) return invalid("anchor");
  if (isMoved && !(await anchorFits(transaction, found.articleId, anchor)))
    return invalid("anchor");
  const hasNewTwin = twin !== null && !isDeepStrictEqual(twin, stored.twin);
  if (hasNewTwin && !(await twinFits(transaction, found.articleId, { anchor, twin }))) {
    return invalid("twin");
  }

  const isShared = annotation.audience !== stored.audience || annotation.groupId !== stored.groupId;
  if (isShared) {
    const { access } = await loadGroup(transaction, viewer, annotation.groupId);
    if (!mayShareWith(access, annotation)) return invalid("audience");
  }

  const { count } = await transaction.annotation.updateMany({
    where: { id, ownerId: viewer.id, revision, deletedAt: null },
    data: {
      ...writtenColumns({ ...annotation, anchor, twin }),
      ...(isShared && {
        moderation: await moderationFor(
          transaction,
          viewer,
          annotation.audience,
          stored.moderation,
        ),
      }),
      revision: { increment: 1 },
      updatedAt: new Date(),
    },
  });
  if (count === 0) return staleOrAbsent(transaction, viewer, id);
  await writeTags(transaction, viewer.id, id, annotation.tags);
  await notifyMentioned(transaction, viewer, { annotationId: id, note: annotation.note });
  return recordChange(transaction, viewer, {
    id,
    kind: "replaced",
    ...(isShared && { former: stored }),
  });
}

/** Whoever reads an older version does not take a passage back that was carried into a newer one meanwhile. */
function newer(sent: Anchor, stored: Anchor | null): Anchor {
  return stored && stored.version > sent.version ? stored : sent;
}

/** A group that is not there and one that is not the viewer's are the same to them. */
function invalid(field: keyof Annotation): Refusal {
  return refusal("invalid", { fields: [field] });
}
