import "server-only";
import { z } from "zod";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { findWork } from "./find-work";

export const newCommentSchema = z.strictObject({
  /** Made in the browser: sent twice, it is written once. */
  id: z.uuid(),
  rowId: z.string().regex(/^r[0-9]{1,7}$/),
  text: z.string().trim().min(1).max(4000),
});
export type NewComment = z.infer<typeof newCommentSchema>;

export const commentChangeSchema = z.strictObject({ isResolved: z.boolean() });
export type CommentChange = z.infer<typeof commentChangeSchema>;

export type RowCommentLine = {
  readonly id: string;
  readonly rowId: string;
  readonly text: string;
  /** Empty for somebody who gave no name or is gone. */
  readonly author: string;
  readonly isOwn: boolean;
  readonly createdAt: string;
  readonly isResolved: boolean;
};

/** What colleagues wrote to each other about the rows of an article, the oldest first; `null` where the viewer is none of them. */
export async function listComments(
  viewer: Viewer | null,
  slug: string,
): Promise<readonly RowCommentLine[] | null> {
  const work = await findWork(viewer, slug);
  if (!viewer || !work) return null;
  const rows = await db().rowComment.findMany({
    where: { articleId: work.articleId, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 2000,
    select: {
      ...{ id: true, rowId: true, text: true, authorId: true, createdAt: true, resolvedAt: true },
      author: { select: { name: true } },
    },
  });
  return rows.map(({ id, rowId, text, authorId, author, createdAt, resolvedAt }) => ({
    id,
    rowId,
    text,
    author: author?.name ?? "",
    isOwn: authorId === viewer.id,
    createdAt: createdAt.toISOString(),
    isResolved: resolvedAt !== null,
  }));
}

export async function addComment(
  viewer: Viewer,
  slug: string,
  comment: NewComment,
): Promise<{ readonly ok: true } | Refusal> {
  const work = await findWork(viewer, slug);
  if (!work) return refusal("not-found");
  await db().rowComment.createMany({
    data: { ...comment, articleId: work.articleId, authorId: viewer.id },
    skipDuplicates: true,
  });
  return { ok: true };
}

/** Whoever works on the article says that a comment is dealt with, or that it is not. */
export async function changeComment(
  viewer: Viewer,
  slug: string,
  id: string,
  { isResolved }: CommentChange,
): Promise<{ readonly ok: true } | Refusal> {
  const work = await findWork(viewer, slug);
  if (!work || !isId(id)) return refusal("not-found");
  const { count } = await db().rowComment.updateMany({
    where: { id, articleId: work.articleId, deletedAt: null },
    data: { resolvedAt: isResolved ? new Date() : null },
  });
  return count === 1 ? { ok: true } : refusal("not-found");
}

/** Only whoever wrote a comment takes it away. */
export async function deleteComment(
  viewer: Viewer,
  slug: string,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  const work = await findWork(viewer, slug);
  if (!work || !isId(id)) return refusal("not-found");
  const { count } = await db().rowComment.updateMany({
    where: { id, articleId: work.articleId, authorId: viewer.id, deletedAt: null },
    data: { deletedAt: new Date() },
  });
  return count === 1 ? { ok: true } : refusal("not-found");
}

function isId(id: string): boolean {
  return z.uuid().safeParse(id).success;
}
