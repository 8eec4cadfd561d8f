import "server-only";
import { z } from "zod";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { Viewer } from "@/core/viewer/viewer";
import type { Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { loadGroup } from "./load-group";
import { annotationColumns, toStoredAnnotation } from "./stored-annotation";

type Own = {
  readonly stored: StoredAnnotation;
  readonly articleId: string;
};

/** One of the viewer's annotations; a deleted one only when asked for. `null` when it is absent or another's. */
export async function findOwn(
  transaction: Transaction,
  viewer: Viewer,
  id: string,
  { withDeleted = false } = {},
): Promise<Own | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await transaction.annotation.findFirst({
    where: { id, ownerId: viewer.id, ...(withDeleted ? {} : { deletedAt: null }) },
    select: { ...withoutPeople, articleId: true },
  });
  if (!row) return null;
  const { articleId, ...rest } = row;
  // One after the other: a transaction has one connection, and relations would be asked for at once.
  const owner = await transaction.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { id: true, name: true },
  });
  const { access, group } = await loadGroup(transaction, viewer, rest.groupId);
  const stored = toStoredAnnotation({ ...rest, owner, group }, access);
  return { stored, articleId };
}

const { owner: _, group: __, ...withoutPeople } = annotationColumns;

/** Why nothing was written: the annotation has changed meanwhile, or it is not there for this viewer. */
export async function staleOrAbsent(
  transaction: Transaction,
  viewer: Viewer,
  id: string,
): Promise<Refusal> {
  const own = await findOwn(transaction, viewer, id);
  return own ? refusal("stale", { current: own.stored }) : refusal("not-found");
}
