import "server-only";
import { type StoredAnnotation, storedAnnotationSchema } from "@/core/annotation/annotation";
import { isStoredAnnotation } from "@/core/annotation/is-stored-annotation";
import type { Access } from "@/core/audience/access";
import { mayAnswerAnnotation } from "@/core/audience/annotation-policy";
import type { Prisma } from "@/prisma/generated/client";

/** The columns of an annotation that leave the server, and those that say who may do what with it. */
export const annotationColumns = {
  id: true,
  article: { select: { id: true, slug: true, audience: true, groupId: true, importedById: true } },
  anchor: true,
  twin: true,
  colour: true,
  note: true,
  tags: { select: { tag: { select: { name: true } } }, orderBy: { position: "asc" } },
  audience: true,
  groupId: true,
  moderation: true,
  group: { select: { name: true } },
  owner: { select: { id: true, name: true } },
  revision: true,
  createdAt: true,
  updatedAt: true,
  resolvedAt: true,
  deletedAt: true,
} as const satisfies Prisma.AnnotationSelect;

type AnnotationRow = Prisma.AnnotationGetPayload<{ select: typeof annotationColumns }>;

/** An annotation as it is given to somebody who may see it. */
export function toStoredAnnotation(row: AnnotationRow, access: Access): StoredAnnotation {
  const { article, group, owner, createdAt, updatedAt, resolvedAt, deletedAt, tags, ...columns } =
    row;
  const { moderation, ...rest } = columns;
  const asked = { ...columns, article, ownerId: owner.id, isDeleted: deletedAt !== null };
  const stored = {
    ...rest,
    articleSlug: article.slug,
    tags: tags.map(({ tag }) => tag.name),
    author: { id: owner.id, name: owner.name || null },
    ...(moderation !== "shown" && { moderation }),
    groupName: group?.name ?? null,
    isOwn: owner.id === access.viewer?.id,
    mayAnswer: mayAnswerAnnotation(access, asked),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    isDeleted: deletedAt !== null,
  };
  // Checked to the last letter when it was stored: the schema would take most of the time of a long list.
  return isStoredAnnotation(stored) ? stored : storedAnnotationSchema.parse(stored);
}
