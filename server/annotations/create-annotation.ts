import "server-only";
import type { Annotation } from "@/core/annotation/annotation";
import { mayShareWith } from "@/core/audience/annotation-policy";
import type { Viewer } from "@/core/viewer/viewer";
import { findArticle } from "../articles/find-article";
import type { Transaction } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { moderationFor } from "../moderation/hold";
import { indexAnnotations } from "../notes/write-index";
import { notifyMentioned } from "../notifications/notify-mentioned";
import { anchorFits, twinFits } from "./anchor-fits";
import type { Applied } from "./apply-once";
import { staleOrAbsent } from "./find-own";
import { loadGroup } from "./load-group";
import { annotationColumns, toStoredAnnotation } from "./stored-annotation";
import { writeTags } from "./write-tags";
import { writtenColumns } from "./written-columns";

/**
 * Writes an annotation that the viewer has not made before, with its entries in the change feed and in the index of
 * the notes page. What was just written is not read again: this is what a reader waits for after each highlight.
 */
export async function createAnnotation(
  transaction: Transaction,
  viewer: Viewer,
  annotation: Annotation,
): Promise<Applied | Refusal> {
  const article = await findArticle(viewer, annotation.articleSlug, transaction);
  if (!article) return refusal("not-found");
  if (!(await anchorFits(transaction, article.id, annotation.anchor))) return invalid("anchor");
  if (!(await twinFits(transaction, article.id, annotation))) return invalid("twin");
  const { access, group } = await loadGroup(transaction, viewer, annotation.groupId);
  if (!mayShareWith(access, annotation)) return invalid("audience");

  const { id, note } = annotation;
  const moderation = await moderationFor(transaction, viewer, annotation.audience);
  const whose = { ownerId: viewer.id, articleId: article.id };
  const [row] = await transaction.annotation.createManyAndReturn({
    data: { id, ...whose, moderation, ...writtenColumns(annotation) },
    skipDuplicates: true,
    select: ownColumns,
  });
  if (!row) return staleOrAbsent(transaction, viewer, id);
  const tags = await writeTags(transaction, viewer.id, id, annotation.tags, { isNew: true });
  await notifyMentioned(transaction, viewer, { annotationId: id, note });
  await transaction.change.create({
    data: { kind: "created", articleId: article.id, annotationId: id },
    select: { sequence: true },
  });
  const written = { ...row, article, tags: tags.map((name) => ({ tag: { name } })) };
  await indexAnnotations(transaction, [{ ...written, articleId: article.id, replies: [] }]);
  const owner = await transaction.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { id: true, name: true },
  });
  return { ok: true, status: 201, body: toStoredAnnotation({ ...written, owner, group }, access) };
}

/** Those of the annotation's own table: to ask for more would be further queries. */
const { article: _, tags: __, owner: ___, group: ____, ...ownColumns } = annotationColumns;

/** A group that is not there and one that is not the viewer's are the same to them. */
function invalid(field: keyof Annotation): Refusal {
  return refusal("invalid", { fields: [field] });
}
