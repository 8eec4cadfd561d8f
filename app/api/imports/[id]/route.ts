import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { mayChange } from "@/server/http/rate-limits";
import { isSameOrigin } from "@/server/http/same-origin";
import { discardImport } from "@/server/imports/save-import";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ id: string }> };

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    if (!isSameOrigin(request)) return refusal("foreign-origin");
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");
    const limit = mayChange(viewer, request.headers);
    if (!limit.ok) return limit;

    const { id } = await params;
    const isGone = await discardImport(viewer, id);
    return isGone ? new Response(null, { status: 204 }) : refusal("not-found");
  });
}
