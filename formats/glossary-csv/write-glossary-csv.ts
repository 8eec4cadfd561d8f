import type { GlossaryEntry } from "@/core/glossary/glossary-entry";

/** Terms as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the umlauts. */
export function writeGlossaryCsv(entries: readonly GlossaryEntry[]): string {
  const rows = [["de", "en", "note"], ...entries.map(({ de, en, note }) => [de, en, note])];
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("")}`;
}

/** What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text and hides. */
function writeCell(value: string): string {
  const safe = value.replace(/^(?=\s*[=+\-@\t])/u, "'");
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
