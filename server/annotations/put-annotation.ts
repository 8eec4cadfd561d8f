import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Anchor, Annotation } from "@/core/annotation/annotation";
import { type Audience, mayShareWith } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { Prisma } from "@/prisma/generated/client";
import { findArticle } from "../articles/find-article";
import { loadAccess } from "../audience/load-access";
import type { Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import type { Change } from "../http/read-change";
import { moderationFor } from "../moderation/hold";
import { notifyMentioned } from "../notifications/notify-mentioned";
import { anchorFits } from "./anchor-fits";
import { type Applied, applyOnce } from "./apply-once";
import { findOwn, staleOrAbsent } from "./find-own";
import { recordChange } from "./record-change";
import { writeTags } from "./write-tags";

/** Creates or replaces one of the viewer's annotations, under the rules *Changing an annotation* of the architecture. */
export async function putAnnotation(
  viewer: Viewer,
  id: string,
  change: Change<Annotation>,
): Promise<Applied | Refusal> {
  const { body, state } = change;
  if (body.id.toLowerCase() !== id.toLowerCase()) return refusal("invalid", { fields: ["id"] });
  return applyOnce(viewer, change, (transaction) =>
    state.kind === "absent"
      ? create(transaction, viewer, body)
      : replace(transaction, viewer, body, state.revision),
  );
}

async function create(
  transaction: Transaction,
  viewer: Viewer,
  annotation: Annotation,
): Promise<Applied | Refusal> {
  const article = await findArticle(viewer, annotation.articleSlug, transaction);
  if (!article) return refusal("not-found");
  if (!(await anchorFits(transaction, article.id, annotation.anchor))) return badAnchor();
  if (!(await twinFits(transaction, article.id, annotation))) return badTwin();
  if (!(await isAllowed(transaction, viewer, annotation))) return badAudience();

  const { id } = annotation;
  const moderation = await moderationFor(transaction, viewer, annotation.audience);
  const { count } = await transaction.annotation.createMany({
    data: { id, ownerId: viewer.id, articleId: article.id, moderation, ...toColumns(annotation) },
    skipDuplicates: true,
  });
  if (count === 0) return staleOrAbsent(transaction, viewer, id);
  await writeTags(transaction, viewer.id, id, annotation.tags);
  await notifyMentioned(transaction, viewer, { annotationId: id, note: annotation.note });
  return recordChange(transaction, viewer, { id, kind: "created" });
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
  if (annotation.articleSlug !== stored.articleSlug) {
    return refusal("invalid", { fields: ["articleSlug"] });
  }
  const anchor = newer(annotation.anchor, stored.anchor);
  const twin = annotation.twin && newer(annotation.twin, stored.twin);
  // A note stays editable whatever became of the text it stands on; only a new place is looked up.
  const isMoved = !isDeepStrictEqual(anchor, stored.anchor);
  if (isMoved && anchor.side !== stored.anchor.side) return badAnchor();
  if (isMoved && !(await anchorFits(transaction, found.articleId, anchor))) return badAnchor();
  const hasNewTwin = twin !== null && !isDeepStrictEqual(twin, stored.twin);
  if (hasNewTwin && !(await twinFits(transaction, found.articleId, { anchor, twin }))) {
    return badTwin();
  }

  const isShared = annotation.audience !== stored.audience || annotation.groupId !== stored.groupId;
  if (isShared && !(await isAllowed(transaction, viewer, annotation))) return badAudience();

  const { count } = await transaction.annotation.updateMany({
    where: { id, ownerId: viewer.id, revision, deletedAt: null },
    data: {
      ...toColumns({ ...annotation, anchor, twin }),
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

async function twinFits(
  transaction: Transaction,
  articleId: string,
  { anchor, twin }: Pick<Annotation, "anchor" | "twin">,
): Promise<boolean> {
  if (twin === null) return true;
  return twin.side !== anchor.side && (await anchorFits(transaction, articleId, twin));
}

function badTwin(): Refusal {
  return refusal("invalid", { fields: ["twin"] });
}

function badAnchor(): Refusal {
  return refusal("invalid", { fields: ["anchor"] });
}

/** A group that is not there and one that is not the viewer's are the same to them. */
function badAudience(): Refusal {
  return refusal("invalid", { fields: ["audience"] });
}

async function isAllowed(
  transaction: Transaction,
  viewer: Viewer,
  { audience, groupId }: Audience,
): Promise<boolean> {
  if (audience === "me" && groupId === null) return true;
  return mayShareWith(await loadAccess(viewer, transaction), { audience, groupId });
}

function toColumns({ anchor, twin, colour, note, audience, groupId }: Annotation) {
  const noteJson = z.record(z.string(), z.json()).nullable().parse(note);
  const noteColumn = noteJson ?? Prisma.DbNull;
  return {
    side: anchor.side,
    anchor,
    twin: twin ?? Prisma.DbNull,
    colour,
    note: noteColumn,
    audience,
    groupId,
  };
}
