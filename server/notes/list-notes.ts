import "server-only";
import { z } from "zod";
import type { Article } from "@/core/article/article";
import { versionSummarySchema } from "@/core/article/article-summary";
import type { ListedNote, NotesPage } from "@/core/notes/listed-note";
import type { NoteSort, NotesQuery } from "@/core/notes/notes-query";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { annotationColumns, toStoredAnnotation } from "../annotations/stored-annotation";
import { loadVersion } from "../articles/load-version";
import { loadAccess } from "../audience/load-access";
import { db } from "../db";
import { listReplies } from "../replies/list-replies";
import { notesWhere } from "./notes-where";
import { refreshIndex } from "./refresh-index";

export const NOTES_PAGE_SIZE = 50;

/**
 * A page of the notes that the query asks for; `null` for a place in the list that is none. The number of queries does
 * not depend on how many notes there are.
 */
export async function listNotes(
  viewer: Viewer,
  query: NotesQuery,
  after: string | null,
): Promise<NotesPage | null> {
  const place = parsePlace(query.sort, after);
  if (!place.ok) return null;
  if (after === null) await refreshIndex(viewer);
  const where = { AND: [await notesWhere(viewer, query), place.where] };
  const orderBy = orders[query.sort];
  // Found first and read then: in one query the database would read all there are with everything that belongs to them, and then sort.
  const found = await db().annotation.findMany({
    where,
    orderBy,
    take: NOTES_PAGE_SIZE + 1,
    select: { id: true },
  });
  const ids = found.slice(0, NOTES_PAGE_SIZE).map(({ id }) => id);
  const [page, access, replies] = await Promise.all([
    db().annotation.findMany({
      where: { AND: [where, { id: { in: ids } }] },
      orderBy,
      select: noteColumns,
    }),
    loadAccess(viewer),
    listReplies(viewer, ids),
  ]);
  const notes: ListedNote[] = [];
  for (const row of page) {
    const { index, ...columns } = row;
    const annotation = toStoredAnnotation(columns, access);
    notes.push({
      annotation,
      row: await rowOf(row.article.currentVersionId, annotation.anchor.start.block),
      replies: replies.filter(({ annotationId }) => annotationId === row.id),
      titles: titlesOf(row.article.currentVersion?.summary),
      counterpart: index?.counterpart ?? "",
      isOrphaned: index?.isOrphaned ?? true,
    });
  }
  const last = found.length > NOTES_PAGE_SIZE ? page.at(-1) : undefined;
  return { notes, next: last ? placeOf(query.sort, last) : null };
}

export const noteColumns = {
  ...annotationColumns,
  article: {
    select: {
      ...annotationColumns.article.select,
      currentVersionId: true,
      currentVersion: { select: { summary: true } },
    },
  },
  index: { select: { counterpart: true, isOrphaned: true, position: true } },
} as const satisfies Prisma.AnnotationSelect;

type NoteRow = Prisma.AnnotationGetPayload<{ select: typeof noteColumns }>;

const rowsByBlock = new WeakMap<Article, ReadonlyMap<string, string>>();

/** The row of a block in a version whose text is nearly always at hand. */
async function rowOf(versionId: string | null, block: string): Promise<string | null> {
  if (versionId === null) return null;
  const article = await loadVersion(versionId, db());
  const known = rowsByBlock.get(article) ?? readRows(article);
  rowsByBlock.set(article, known);
  return known.get(block) ?? null;
}

function readRows({ rows }: Article): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(({ id, de, en }) => [...de, ...en].map((block) => [block, id])));
}

export function titlesOf(summary: unknown): ListedNote["titles"] {
  return summary === undefined
    ? { de: null, en: null }
    : versionSummarySchema.parse(summary).titles;
}

const orders = {
  newest: [{ createdAt: "desc" }, { id: "desc" }],
  oldest: [{ createdAt: "asc" }, { id: "asc" }],
  changed: [{ updatedAt: "desc" }, { id: "desc" }],
  place: [{ article: { slug: "asc" } }, { index: { position: "asc" } }, { id: "asc" }],
} as const satisfies Record<NoteSort, Prisma.AnnotationOrderByWithRelationInput[]>;

/** Where a page ends, in the order of its list. */
function placeOf(sort: NoteSort, { article, createdAt, id, index, updatedAt }: NoteRow): string {
  if (sort === "place") return `${article.slug}_${index?.position ?? 0}_${id}`;
  return `${(sort === "changed" ? updatedAt : createdAt).toISOString()}_${id}`;
}

type Place =
  | { readonly ok: false }
  | { readonly ok: true; readonly where: Prisma.AnnotationWhereInput };

const timeSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const positionSchema = z.tuple([
  z.string(),
  z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  z.uuid(),
]);

/** What follows a place in the list. */
function parsePlace(sort: NoteSort, after: string | null): Place {
  if (after === null) return { ok: true, where: {} };
  if (sort === "place") {
    const parsed = positionSchema.safeParse(after.split("_"));
    return parsed.success ? { ok: true, where: behind(...parsed.data) } : { ok: false };
  }
  const parsed = timeSchema.safeParse(after.split("_"));
  if (!parsed.success) return { ok: false };
  const [time, id] = [new Date(parsed.data[0]), parsed.data[1]];
  const column = sort === "changed" ? "updatedAt" : "createdAt";
  const beyond = sort === "oldest" ? "gt" : "lt";
  return {
    ok: true,
    where: { OR: [{ [column]: { [beyond]: time } }, { [column]: time, id: { [beyond]: id } }] },
  };
}

function behind(slug: string, position: number, id: string): Prisma.AnnotationWhereInput {
  return {
    OR: [
      { article: { slug: { gt: slug } } },
      { article: { slug }, index: { position: { gt: position } } },
      { article: { slug }, index: { position }, id: { gt: id } },
    ],
  };
}
