import { noteText } from "@/core/annotation/note-text";
import { otherLanguage } from "@/core/article/language";
import type { ExportedNote } from "@/core/notes/exported-note";

const columns = [
  "id",
  "article",
  "title",
  "language",
  "passage",
  "counterpart language",
  "counterpart",
  "note",
  "tags",
  "colour",
  "audience",
  "group",
  "author",
  "created",
  "modified",
  "resolved",
  "replies",
] as const;

/** Notes as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the umlauts. */
export function writeNotesCsv(notes: readonly ExportedNote[]): string {
  const rows = [columns, ...notes.map(rowOf)];
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("")}`;
}

function rowOf({ annotation, passage, counterpart, titles, replies }: ExportedNote): string[] {
  const { side, exact } = passage;
  return [
    annotation.id,
    annotation.articleSlug,
    titles[side] ?? "",
    side,
    exact,
    otherLanguage(side),
    counterpart.map((one) => one.exact).join(" … "),
    noteText(annotation.note),
    annotation.tags.join("; "),
    annotation.colour,
    annotation.audience,
    annotation.groupName ?? "",
    annotation.author.name ?? "",
    annotation.createdAt,
    annotation.updatedAt,
    annotation.resolvedAt ?? "",
    replies.map(({ author, note }) => `${author?.name ?? "–"}: ${noteText(note)}`).join("\n"),
  ];
}

/**
 * What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text and hides (OWASP, "CSV
 * Injection"); it holds at the start of every line, since some programs split cells there.
 */
function writeCell(value: string): string {
  const safe = value.replace(/(^|[\r\n])(?=\s*[=+\-@\t])/g, "$1'");
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
