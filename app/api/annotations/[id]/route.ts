import { annotationSchema } from "@/core/annotation/annotation";
import { deleteAnnotation } from "@/server/annotations/delete-annotation";
import { getAnnotation } from "@/server/annotations/get-annotation";
import { putAnnotation } from "@/server/annotations/put-annotation";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readBareChange, readChange } from "@/server/http/read-change";
import { stored } from "@/server/http/stored";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ id: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    const { id } = await params;
    const annotation = await getAnnotation(viewer, id);
    return annotation ? stored({ status: 200, body: annotation }) : refusal("not-found");
  });
}

export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:write");
    if (!viewer) return refusal("signed-out");

    const input = await readChange(request, viewer, annotationSchema);
    if (!input.ok) return input;

    const { id } = await params;
    const result = await putAnnotation(viewer, id, input.change);
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
    const result = await deleteAnnotation(viewer, id, input.change);
    return result.ok ? stored(result) : result;
  });
}
