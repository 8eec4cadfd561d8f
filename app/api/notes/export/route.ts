import { readNotesQuery } from "@/core/notes/notes-query";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { type ExportFormat, exportFormats, exportNotes } from "@/server/notes/export-notes";
import { exportWords } from "@/server/notes/export-words";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    if (!viewer) return refusal("signed-out");

    const { searchParams } = new URL(request.url);
    const format = formatOf(searchParams.get("format"));
    if (!format) return refusal("not-found");

    const words = exportWords(searchParams.get("locale") === "en" ? "en" : "de");
    const file = await exportNotes(viewer, readNotesQuery(searchParams), format, words);
    const { type, extension } = exportFormats[format];
    const name = `${words.title.toLowerCase()}.${extension}`;
    return new Response(file, {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${name}"`,
        "x-content-type-options": "nosniff",
      },
    });
  });
}

function formatOf(name: string | null): ExportFormat | null {
  const names: readonly ExportFormat[] = ["jsonld", "csv", "markdown", "html"];
  return names.find((format) => format === name) ?? null;
}
