import "server-only";
import { mostActedOn } from "@/core/notes/note-action";
import type { NotesQuery } from "@/core/notes/notes-query";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { notesWhere } from "./notes-where";

/** The ids of the viewer's own notes that the query finds: what can be acted on when all of them are chosen. */
export async function listNoteIds(viewer: Viewer, query: NotesQuery): Promise<readonly string[]> {
  const rows = await db().annotation.findMany({
    where: { AND: [await notesWhere(viewer, query), { ownerId: viewer.id }] },
    orderBy: { id: "asc" },
    take: mostActedOn,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
