import { noteActionsSchema } from "@/core/notes/note-action";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readBody } from "@/server/http/read-body";
import { actOnNotes } from "@/server/notes/act-on-notes";
import { currentViewer } from "@/server/viewer";

const MAX_BODY_BYTES = 1024 * 1024; // ten thousand ids, and their undo

export function POST(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");

    const input = await readBody(request, viewer, noteActionsSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const acted = await actOnNotes(viewer, input.body.actions);
    return acted.ok ? Response.json({ count: acted.count, undo: acted.undo }) : acted;
  });
}
