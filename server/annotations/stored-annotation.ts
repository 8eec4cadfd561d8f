import "server-only";
import { type StoredAnnotation, storedAnnotationSchema } from "@/core/annotation/annotation";
import type { Prisma } from "@/prisma/generated/client";

/** The columns of an annotation that leave the server. */
export const annotationColumns = {
  id: true,
  article: { select: { slug: true } },
  anchor: true,
  colour: true,
  note: true,
  tags: { select: { tag: { select: { name: true } } }, orderBy: { position: "asc" } },
  revision: true,
  createdAt: true,
  updatedAt: true,
  resolvedAt: true,
  deletedAt: true,
} as const satisfies Prisma.AnnotationSelect;

type AnnotationRow = Prisma.AnnotationGetPayload<{ select: typeof annotationColumns }>;

export function toStoredAnnotation(row: AnnotationRow): StoredAnnotation {
  const { article, createdAt, updatedAt, resolvedAt, deletedAt, tags, ...rest } = row;
  return storedAnnotationSchema.parse({
    ...rest,
    articleSlug: article.slug,
    tags: tags.map(({ tag }) => tag.name),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    isDeleted: deletedAt !== null,
  });
}
