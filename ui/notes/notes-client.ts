import * as z from "zod/mini";
import { type ImportResult, importReportSchema } from "@/core/notes/import-batch";
import {
  type NoteFacets,
  type NotesPage,
  noteFacetsSchema,
  notesPageSchema,
} from "@/core/notes/listed-note";
import { type Acted, actedSchema, type NoteAction } from "@/core/notes/note-action";
import { type NotesQuery, writeNotesQuery } from "@/core/notes/notes-query";

const patienceMs = 20_000;

/** What the server answers; `null` when it cannot be reached or does not answer as it should. */
async function ask<Value>(
  path: string,
  schema: z.ZodMiniType<Value>,
  init: RequestInit = {},
): Promise<Value | null> {
  try {
    const response = await fetch(path, {
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMs),
      ...init,
    });
    return response.ok ? schema.parse(await response.json()) : null;
  } catch {
    return null;
  }
}

function search(query: NotesQuery, after: string | null = null): string {
  const parameters = new URLSearchParams(
    writeNotesQuery(query).map(([name, value]) => [name, value]),
  );
  if (after !== null) parameters.set("after", after);
  return parameters.toString();
}

export function loadNotes(query: NotesQuery, after: string | null): Promise<NotesPage | null> {
  return ask(`/api/notes?${search(query, after)}`, notesPageSchema);
}

export function loadFacets(query: NotesQuery): Promise<NoteFacets | null> {
  return ask(`/api/notes/facets?${search(query)}`, noteFacetsSchema);
}

const idsSchema = z.object({ ids: z.array(z.string()) });

export async function loadIds(query: NotesQuery): Promise<readonly string[] | null> {
  return (await ask(`/api/notes/ids?${search(query)}`, idsSchema))?.ids ?? null;
}

export function actOnNotes(actions: readonly NoteAction[]): Promise<Acted | null> {
  return ask("/api/notes/actions", actedSchema, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ actions }),
  });
}

const tagsSchema = z.object({ tags: z.array(z.object({ name: z.string(), count: z.int() })) });
export type TagCount = { readonly name: string; readonly count: number };

export async function loadTags(): Promise<readonly TagCount[] | null> {
  return (await ask("/api/tags", tagsSchema))?.tags ?? null;
}

/** The address of the notes that the query finds, as a file. */
export function exportPath(query: NotesQuery, format: string, locale: string): string {
  const rest = search(query);
  return `/api/notes/export?format=${format}&locale=${locale}${rest === "" ? "" : `&${rest}`}`;
}

/** Sends some entries of a file; says what became of each. */
export async function importBatch(
  place: number,
  entries: readonly unknown[],
): Promise<readonly ImportResult[] | null> {
  const report = await ask("/api/notes/import", importReportSchema, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ place, entries }),
    signal: AbortSignal.timeout(60_000),
  });
  return report?.results ?? null;
}
