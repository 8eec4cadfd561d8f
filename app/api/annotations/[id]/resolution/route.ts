import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readBareChange } from "@/server/http/read-change";
import { stored } from "@/server/http/stored";
import { reopenThread, resolveThread } from "@/server/replies/resolve-thread";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ id: string }> };

export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");

    const input = await readBareChange(request, viewer);
    if (!input.ok) return input;

    const { id } = await params;
    const result = await resolveThread(viewer, id, input.change);
    return result.ok ? stored(result) : result;
  });
}

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");

    const input = await readBareChange(request, viewer);
    if (!input.ok) return input;

    const { id } = await params;
    const result = await reopenThread(viewer, id, input.change);
    return result.ok ? stored(result) : result;
  });
}
