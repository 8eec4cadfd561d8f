import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import {
  type GlossaryEntry,
  glossaryEntrySchema,
  maxGlossaryEntries,
} from "@/core/glossary/glossary-entry";

export type GlossaryCsv =
  | { readonly ok: true; readonly entries: readonly GlossaryEntry[] }
  /** Each reason is a key of `Glossary.csv` in messages; the line counts from 1. */
  | { readonly ok: false; readonly reason: "unreadable" | "too-many"; readonly line: number };

const headings = { de: ["de", "deutsch", "german"], en: ["en", "englisch", "english"] };

/** Terms as CSV (RFC 4180; a semicolon or tab for the comma, as German spreadsheets write): German, English and, if there is one, a note. All lines or none. */
export function readGlossaryCsv(source: string): GlossaryCsv {
  const rows = parseRows(source);
  if ("ok" in rows) return rows;
  const first = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const isHeading = headings.de.includes(first[0] ?? "") || headings.en.includes(first[0] ?? "");
  const isTurned = isHeading && headings.en.includes(first[0] ?? "");
  const entries = new Map<string, GlossaryEntry>();
  for (const { cells, line } of isHeading ? rows.slice(1) : rows) {
    const [left = "", right = "", note = ""] = cells.map(plain);
    const [de, en] = isTurned ? [right, left] : [left, right];
    const entry = glossaryEntrySchema.safeParse({ de, en, note });
    if (!entry.success) return { ok: false, reason: "unreadable", line };
    entries.set(`${entry.data.de}\0${entry.data.en}`, entry.data);
    if (entries.size > maxGlossaryEntries) return { ok: false, reason: "too-many", line };
  }
  return { ok: true, entries: [...entries.values()] };
}

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

type Row = { readonly cells: readonly string[]; readonly line: number };

function parseRows(source: string): readonly Row[] | Extract<GlossaryCsv, { ok: false }> {
  try {
    const records = parse(source, {
      bom: true,
      info: true,
      delimiter: delimiterOf(source),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return recordsSchema
      .parse(records)
      .map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, reason: "unreadable", line: Number(error.lines ?? 1) };
  }
}

/** The one that the first line has most of. */
function delimiterOf(source: string): string {
  const [line = ""] = source.split(/\r?\n/u, 1);
  const count = (mark: string) => line.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Takes off the apostrophe that we put before what a spreadsheet would take for a formula. */
function plain(cell: string): string {
  return cell.replace(/^'(?=\s*[=+\-@\t])/u, "").trim();
}
