import "server-only";
import { z } from "zod";
import { type GlossaryEntry, maxGlossaryEntries } from "@/core/glossary/glossary-entry";
import type { Viewer } from "@/core/viewer/viewer";
import { readGlossaryCsv } from "@/formats/glossary-csv/read-glossary-csv";
import { writeGlossaryCsv } from "@/formats/glossary-csv/write-glossary-csv";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";

export type ListedTerm = GlossaryEntry & { readonly id: string };

const termIdSchema = z.uuid();
export const glossaryCsvSchema = z.strictObject({ csv: z.string().max(2 * 1024 * 1024) });

/** The terms of the library in the order of the German alphabet. */
export async function listGlossary(): Promise<readonly ListedTerm[]> {
  const rows = await db().glossaryTerm.findMany({
    select: { id: true, de: true, en: true, note: true },
    take: maxGlossaryEntries,
  });
  const { compare } = new Intl.Collator("de");
  return rows.toSorted((a, b) => compare(a.de, b.de) || compare(a.en, b.en));
}

/** The glossary for those who work on articles; `null` for everybody else. */
export async function openGlossary(
  viewer: Viewer | null,
): Promise<{ readonly terms: readonly ListedTerm[]; readonly mayEdit: boolean } | null> {
  if (!viewer || viewer.role === "reader") return null;
  return { terms: await listGlossary(), mayEdit: mayEditGlossary(viewer) };
}

function mayEditGlossary({ role }: Viewer): boolean {
  return role === "owner" || role === "editor";
}

/** Adds a term, or gives one that is there another note. */
export async function putTerm(
  viewer: Viewer,
  { de, en, note }: GlossaryEntry,
): Promise<{ readonly ok: true } | Refusal> {
  if (!mayEditGlossary(viewer)) return refusal("not-found");
  if ((await db().glossaryTerm.count()) >= maxGlossaryEntries) return refusal("too-large");
  const where = { de_en: { de, en } };
  await db().glossaryTerm.upsert({ where, create: { de, en, note }, update: { note } });
  return { ok: true };
}

export async function deleteTerm(
  viewer: Viewer,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  if (!mayEditGlossary(viewer) || !termIdSchema.safeParse(id).success) return refusal("not-found");
  const { count } = await db().glossaryTerm.deleteMany({ where: { id } });
  return count === 1 ? { ok: true } : refusal("not-found");
}

/** Takes in all terms of a table, or, where one line cannot be read, none. Those that are there get the table's note. */
export async function importTerms(
  viewer: Viewer,
  csv: string,
): Promise<{ readonly ok: true; readonly count: number } | Refusal> {
  if (!mayEditGlossary(viewer)) return refusal("not-found");
  const table = readGlossaryCsv(csv);
  if (!table.ok) return refusal("invalid", { csv: { reason: table.reason, line: table.line } });
  const { entries } = table;
  return db()
    .$transaction(async (transaction) => {
      for (const { de, en, note } of entries) {
        const where = { de_en: { de, en } };
        await transaction.glossaryTerm.upsert({
          where,
          create: { de, en, note },
          update: { note },
        });
      }
      const isTooMuch = (await transaction.glossaryTerm.count()) > maxGlossaryEntries;
      if (isTooMuch) throw new GlossaryFull();
      return { ok: true as const, count: entries.length };
    })
    .catch((error: unknown) => {
      if (error instanceof GlossaryFull) return refusal("too-large");
      throw error;
    });
}

/** Takes the table back: only an error does that. */
class GlossaryFull extends Error {}

export async function exportTerms(viewer: Viewer): Promise<string | null> {
  return viewer.role === "reader" ? null : writeGlossaryCsv(await listGlossary());
}
