import "server-only";
import { z } from "zod";
import { type AnnotationAudience, mayAnswerAnnotation } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccess } from "../audience/load-access";
import { visibleAnnotations } from "../audience/visible-annotations";
import type { Transaction } from "../db";

export type Thread = {
  readonly annotationId: string;
  readonly articleId: string;
  readonly audience: AnnotationAudience;
  readonly resolvedAt: Date | null;
  readonly mayAnswer: boolean;
};

/** The thread of an annotation; `null` when the viewer does not see it. */
export async function findThread(
  transaction: Transaction,
  viewer: Viewer,
  annotationId: string,
): Promise<Thread | null> {
  if (!z.uuid().safeParse(annotationId).success) return null;
  const row = await transaction.annotation.findFirst({
    where: { AND: [{ id: annotationId }, visibleAnnotations(viewer)] },
    select: {
      id: true,
      ownerId: true,
      audience: true,
      groupId: true,
      moderation: true,
      resolvedAt: true,
      article: { select: { id: true, audience: true, groupId: true, importedById: true } },
    },
  });
  if (!row) return null;
  const { id, article, audience, resolvedAt } = row;
  const access = await loadAccess(viewer, transaction);
  const mayAnswer = mayAnswerAnnotation(access, { ...row, isDeleted: false });
  return { annotationId: id, articleId: article.id, audience, resolvedAt, mayAnswer };
}
