import "server-only";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import type { Audience } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import type { ChangeKind } from "@/prisma/generated/client";
import type { Transaction } from "../db";
import { writeIndex } from "../notes/write-index";
import type { Applied } from "./apply-once";
import { findOwn } from "./find-own";

type Recorded = {
  readonly id: string;
  readonly kind: ChangeKind;
  /** Who saw it before, where the change may have taken it from somebody. */
  readonly former?: Audience & Pick<StoredAnnotation, "moderation">;
};

/** Appends a change that was just written to the feed, in its own transaction, and answers with the state it left. */
export async function recordChange(
  transaction: Transaction,
  viewer: Viewer,
  { id, kind, former }: Recorded,
): Promise<Applied> {
  const own = await findOwn(transaction, viewer, id, { withDeleted: true });
  if (!own) throw new Error(`Annotation ${id} of ${viewer.id} is gone within its own transaction`);
  const { articleId, stored } = own;
  const hadReaders = former && former.audience !== "me" && former.moderation === undefined;
  const lost = hadReaders ? toFormer(former) : {};
  await transaction.change.create({ data: { kind, articleId, annotationId: stored.id, ...lost } });
  if (kind !== "deleted") await writeIndex(transaction, [stored.id]);
  const body = kind === "deleted" ? { id: stored.id, revision: stored.revision } : stored;
  return { ok: true, status: kind === "created" ? 201 : 200, body };
}

function toFormer({ audience, groupId }: Audience) {
  return { formerAudience: audience, formerGroupId: groupId };
}
