import "server-only";
import { tagKey } from "@/core/annotation/tag";
import type { NotesQuery } from "@/core/notes/notes-query";
import { searchQuery } from "@/core/search/terms";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";
import { quoteTerm } from "./write-index";

/** The notes that the query asks for: the viewer's own and those of their groups, as far as they may see them. */
export async function notesWhere(
  viewer: Viewer,
  query: NotesQuery,
): Promise<Prisma.AnnotationWhereInput> {
  const found = await findByText(viewer, query.text);
  const parts: Prisma.AnnotationWhereInput[] = [
    visibleAnnotations(viewer),
    { OR: [{ ownerId: viewer.id }, { audience: "group" }] },
    ...(found ? [{ id: { in: found } }] : []),
    ...query.tags.map((tag) => ({ tags: { some: { tag: { key: tagKey(tag) } } } })),
    ...oneOf(query.colours, (colours) => ({ colour: { in: colours } })),
    ...oneOf(query.articles, (slugs) => ({ article: { slug: { in: slugs } } })),
    ...oneOf(query.sides, (sides) => ({ side: { in: sides } })),
    ...oneOf(query.people, (ids) => ({ ownerId: { in: ids } })),
    ...oneOf(query.groups, (ids) => ({ groupId: { in: ids } })),
    ...(query.from ? [{ createdAt: { gte: new Date(`${query.from}T00:00:00Z`) } }] : []),
    ...(query.to ? [{ createdAt: { lt: dayAfter(query.to) } }] : []),
    ...inState(query.state),
  ];
  return { AND: parts };
}

function oneOf<Value>(
  values: readonly Value[],
  where: (values: Value[]) => Prisma.AnnotationWhereInput,
): Prisma.AnnotationWhereInput[] {
  return values.length === 0 ? [] : [where([...values])];
}

function inState(state: NotesQuery["state"]): Prisma.AnnotationWhereInput[] {
  if (state === "open") return [{ resolvedAt: null }];
  if (state === "resolved") return [{ resolvedAt: { not: null } }];
  return state === "orphaned" ? [{ index: { isOrphaned: true } }] : [];
}

const DAY_MS = 24 * 60 * 60 * 1000;

function dayAfter(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

const MOST_FOUND = 20_000; // a query takes 32,767 values

/** The ids of notes with all these words; `null` where no words are asked for. Who may see them is asked elsewhere. */
async function findByText(viewer: Viewer, text: string): Promise<string[] | null> {
  const words = searchQuery(text);
  if (words.length === 0) return null;
  const terms = words
    .map((group) => group.map(({ term, isPrefix }) => quoteTerm(term) + (isPrefix ? ":*" : "")))
    .map((group) => `(${group.join(" | ")})`)
    .join(" & ");
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT note."id" FROM "annotation" AS note
    JOIN "annotation_index" AS known ON known."annotationId" = note."id"
    WHERE known."terms" @@ ${terms}::tsquery
      AND note."deletedAt" IS NULL
      AND (note."ownerId" = ${viewer.id} OR note."groupId" IN
        (SELECT "groupId" FROM "membership" WHERE "userId" = ${viewer.id}))
    LIMIT ${MOST_FOUND}`;
  return rows.map(({ id }) => id);
}
