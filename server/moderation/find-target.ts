import "server-only";
import type { Access } from "@/core/audience/access";
import type { AnnotationAudience, Moderation } from "@/core/audience/annotation-policy";
import { mayModerate } from "@/core/audience/moderation-policy";
import type { ModerationTarget } from "@/core/moderation/moderation-input";
import type { Prisma } from "@/prisma/generated/client";
import type { Transaction } from "../db";
import { moderatedBy } from "./moderated-by";

/** Something in a moderator's hands, with all that a decision about it needs. */
export type FoundTarget = {
  readonly moderation: Moderation;
  readonly authorId: string | null;
  readonly articleId: string | null;
  readonly audience: AnnotationAudience;
  readonly audienceGroupId: string | null;
  /** In whose log it stands: the group's that it was for, where its moderators decide. */
  readonly groupId: string | null;
  readonly reports: Prisma.NoteReportWhereInput;
  readonly columns: Pick<Prisma.ModerationEntryUncheckedCreateInput, "webAnnotationName"> & {
    readonly annotationId?: string;
    readonly replyId?: string;
  };
};

/** `null` where it is not there, or not in the viewer's hands. */
export async function findTarget(
  transaction: Transaction,
  access: Access,
  target: ModerationTarget,
): Promise<FoundTarget | null> {
  switch (target.kind) {
    case "annotation":
      return findAnnotation(transaction, access, target.id);
    case "reply":
      return findReply(transaction, access, target.id);
    case "web-annotation":
      return findWebAnnotation(transaction, access, target.name);
  }
}

const place = { articleId: true, audience: true, groupId: true } as const;

async function findAnnotation(transaction: Transaction, access: Access, id: string) {
  const row = await transaction.annotation.findFirst({
    where: { AND: [{ id }, moderatedBy(access)] },
    select: { ...place, ownerId: true, moderation: true },
  });
  if (!row) return null;
  return {
    ...placed(access, row),
    ...{ moderation: row.moderation, authorId: row.ownerId },
    ...{ reports: { annotationId: id, replyId: null }, columns: { annotationId: id } },
  };
}

async function findReply(transaction: Transaction, access: Access, id: string) {
  const { ownerId: _, ...inHands } = moderatedBy(access);
  const row = await transaction.reply.findFirst({
    where: {
      ...{ id, deletedAt: null, annotation: inHands },
      NOT: { authorId: access.viewer?.id ?? "" },
    },
    select: {
      ...{ annotationId: true, authorId: true, moderation: true },
      annotation: { select: place },
    },
  });
  if (!row) return null;
  const { annotationId, authorId, moderation } = row;
  return {
    ...placed(access, row.annotation),
    ...{ moderation, authorId, reports: { replyId: id }, columns: { annotationId, replyId: id } },
  };
}

async function findWebAnnotation(transaction: Transaction, access: Access, name: string) {
  if (!mayModerate(access, null)) return null;
  const row = await transaction.webAnnotation.findFirst({
    where: { name, isPublic: true, deletedAt: null, NOT: { ownerId: access.viewer?.id ?? "" } },
    select: { ownerId: true, moderation: true },
  });
  if (!row) return null;
  return {
    ...{ moderation: row.moderation, authorId: row.ownerId, articleId: null },
    ...{ audience: "public" as const, audienceGroupId: null, groupId: null },
    ...{ reports: { id: { in: [] } }, columns: { webAnnotationName: name } },
  };
}

function placed(
  access: Access,
  { articleId, audience, groupId }: Prisma.AnnotationGetPayload<{ select: typeof place }>,
) {
  const isGroups = audience === "group" && groupId !== null && mayModerate(access, groupId);
  return { articleId, audience, audienceGroupId: groupId, groupId: isGroups ? groupId : null };
}
