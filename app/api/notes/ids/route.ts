import { readNotesQuery } from "@/core/notes/notes-query";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { listNoteIds } from "@/server/notes/list-note-ids";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    if (!viewer) return refusal("signed-out");

    const query = readNotesQuery(new URL(request.url).searchParams);
    return Response.json({ ids: await listNoteIds(viewer, query) });
  });
}
