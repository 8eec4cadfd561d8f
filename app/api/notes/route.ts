import { readNotesQuery } from "@/core/notes/notes-query";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { listNotes } from "@/server/notes/list-notes";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    if (!viewer) return Response.json({ notes: [], next: null });

    const { searchParams } = new URL(request.url);
    const page = await listNotes(viewer, readNotesQuery(searchParams), searchParams.get("after"));
    return page ? Response.json(page) : refusal("not-found");
  });
}
