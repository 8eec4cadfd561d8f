import "server-only";
import type { SentenceLinks } from "@/core/annotation/locate-passage";
import type { StoredReply } from "@/core/annotation/reply";
import type { ExportWords } from "@/core/notes/export-words";
import type { ExportedNote } from "@/core/notes/exported-note";
import type { NotesQuery } from "@/core/notes/notes-query";
import { quotePassage } from "@/core/notes/quote-passage";
import type { Viewer } from "@/core/viewer/viewer";
import { writeAnnotations } from "@/formats/json-ld/write-annotation";
import { writeNotesCsv } from "@/formats/notes-csv/write-notes-csv";
import { writeNotesHtml } from "@/formats/notes-html/write-notes-html";
import { writeNotesMarkdown } from "@/formats/notes-markdown/write-notes-markdown";
import { toStoredAnnotation } from "../annotations/stored-annotation";
import { loadVersion } from "../articles/load-version";
import { loadAccess } from "../audience/load-access";
import { db } from "../db";
import { env } from "../env";
import { listReplies } from "../replies/list-replies";
import { linkPassages } from "./link-passages";
import { noteColumns, titlesOf } from "./list-notes";
import { notesWhere } from "./notes-where";

export const exportFormats = {
  jsonld: {
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: "jsonld",
  },
  csv: { type: "text/csv; charset=utf-8; header=present", extension: "csv" },
  markdown: { type: "text/markdown; charset=utf-8", extension: "md" },
  html: { type: "text/html; charset=utf-8", extension: "html" },
} as const;
export type ExportFormat = keyof typeof exportFormats;

const MOST_EXPORTED = 20_000;

/** The notes that the query finds as one file, article by article in the order of the text. */
export async function exportNotes(
  viewer: Viewer,
  query: NotesQuery,
  format: ExportFormat,
  words: ExportWords,
): Promise<string> {
  const notes = await loadExported(viewer, query);
  switch (format) {
    case "jsonld":
      return JSON.stringify(writeAnnotations(notes, env().PUBLIC_URL.origin), null, 1);
    case "csv":
      return writeNotesCsv(notes);
    case "markdown":
      return writeNotesMarkdown(notes, words);
    case "html":
      return writeNotesHtml(notes, words);
  }
}

async function loadExported(viewer: Viewer, query: NotesQuery): Promise<readonly ExportedNote[]> {
  const [rows, access] = await Promise.all([
    db().annotation.findMany({
      where: await notesWhere(viewer, query),
      orderBy: [{ article: { slug: "asc" } }, { index: { position: "asc" } }, { id: "asc" }],
      take: MOST_EXPORTED,
      select: noteColumns,
    }),
    loadAccess(viewer),
  ]);
  const replies = await listReplies(
    viewer,
    rows.map(({ id }) => id),
  );
  const threads = new Map<string, StoredReply[]>();
  for (const reply of replies) {
    if (reply.note)
      threads.set(reply.annotationId, [...(threads.get(reply.annotationId) ?? []), reply]);
  }
  const stored = rows.map(({ index: _, ...row }) => ({
    row,
    annotation: toStoredAnnotation(row, access),
  }));
  const linksOf = new Map<string, SentenceLinks>();
  const notes: ExportedNote[] = [];
  for (const { row, annotation } of stored) {
    const { currentVersionId, currentVersion } = row.article;
    if (currentVersionId === null) continue;
    const article = await loadVersion(currentVersionId, db());
    let links = linksOf.get(currentVersionId);
    if (!links) {
      const here = stored.filter((one) => one.row.article.currentVersionId === currentVersionId);
      links = await linkPassages(
        article,
        here.map((one) => one.annotation),
      );
      linksOf.set(currentVersionId, links);
    }
    notes.push({
      annotation,
      replies: threads.get(row.id) ?? [],
      titles: titlesOf(currentVersion?.summary),
      ...quotePassage(article, annotation.anchor, annotation.twin, links),
    });
  }
  return notes;
}
