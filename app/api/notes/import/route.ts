import { importBatchSchema } from "@/core/notes/import-batch";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readBody } from "@/server/http/read-body";
import { readJsonOfParts } from "@/server/http/read-json";
import { importNotes } from "@/server/notes/import-notes";
import { currentViewer } from "@/server/viewer";

const MAX_BODY_BYTES = 4 * 1024 * 1024;

export function POST(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");

    // One entry that cannot be stored does not keep out the others: see importNotes.
    const input = await readBody(
      request,
      viewer,
      importBatchSchema,
      MAX_BODY_BYTES,
      readJsonOfParts,
    );
    if (!input.ok) return input;

    return Response.json({ results: await importNotes(viewer, input.body) });
  });
}
