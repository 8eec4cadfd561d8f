import "server-only";
import { z } from "zod";
import type { ExportedNote } from "@/core/notes/exported-note";
import { quotePassage } from "@/core/notes/quote-passage";
import type { Viewer } from "@/core/viewer/viewer";
import { writeAnnotation } from "@/formats/json-ld/write-annotation";
import type { Prisma } from "@/prisma/generated/client";
import { toStoredAnnotation } from "../annotations/stored-annotation";
import { loadVersion } from "../articles/load-version";
import { loadAccess } from "../audience/load-access";
import { visibleAnnotations } from "../audience/visible-annotations";
import { db } from "../db";
import { env } from "../env";
import { noteColumns, titlesOf } from "../notes/list-notes";
import type { Written } from "./written-annotation";

const columns = {
  ...noteColumns,
  webAnnotation: { select: { canonical: true, via: true } },
} as const satisfies Prisma.AnnotationSelect;

type Row = Prisma.AnnotationGetPayload<{ select: typeof columns }>;

/** What stands in the margins of articles, as the container gives it to a viewer: what everyone sees, and their own. */
export function articleAnnotations(viewer: Viewer | null): Prisma.AnnotationWhereInput {
  const own = viewer ? [{ ownerId: viewer.id }] : [];
  return {
    AND: [
      visibleAnnotations(viewer),
      { article: { currentVersionId: { not: null } }, OR: [{ audience: "public" }, ...own] },
    ],
  };
}

/** Some of them, oldest first. */
export async function listArticleAnnotations(
  viewer: Viewer | null,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<readonly Written[]> {
  if (take <= 0) return [];
  const rows = await db().annotation.findMany({
    where: articleAnnotations(viewer),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...{ skip, take, select: columns },
  });
  return written(viewer, rows);
}

/** The one of this name; `null` where it is absent, deleted or not for this viewer. */
export async function findArticleAnnotation(
  viewer: Viewer | null,
  name: string,
): Promise<Written | null> {
  if (!z.uuid().safeParse(name).success) return null;
  const row = await db().annotation.findFirst({
    where: { AND: [{ id: name.toLowerCase() }, articleAnnotations(viewer)] },
    select: columns,
  });
  const [found] = row ? await written(viewer, [row]) : [];
  return found ?? null;
}

async function written(viewer: Viewer | null, rows: readonly Row[]): Promise<readonly Written[]> {
  const access = await loadAccess(viewer);
  const all: Written[] = [];
  for (const { webAnnotation, index: _, ...row } of rows) {
    const article = await loadVersion(row.article.currentVersionId ?? "", db());
    const annotation = toStoredAnnotation(row, access);
    const note: ExportedNote = {
      annotation,
      replies: [],
      titles: titlesOf(row.article.currentVersion?.summary),
      ...quotePassage(article, annotation.anchor, annotation.twin),
    };
    const base = env().PUBLIC_URL.origin;
    const { canonical, via } = webAnnotation ?? {};
    const document = {
      ...writeAnnotation(note, base),
      id: `${base}/annotations/${annotation.id}`,
      ...(canonical && { canonical }),
      ...(via && { via }),
    };
    all.push({ revision: annotation.revision, document });
  }
  return all;
}
