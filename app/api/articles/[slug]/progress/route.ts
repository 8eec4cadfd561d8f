import { progressSchema } from "@/core/groups/group-input";
import { isAssigned, recordProgress } from "@/server/groups/assignments";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ slug: string }> };

/** Whether a group of the viewer's was asked to read it: only then a page tells how far it is read. */
export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const isAsked = viewer !== null && (await isAssigned(viewer, (await params).slug));
    return Response.json({ isAsked });
  });
}

/** How far an assigned article is read; of any other nothing is kept. */
export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, progressSchema);
    if (!act.ok) return act;
    return Response.json(await recordProgress(act.viewer, (await params).slug, act.body.share));
  });
}
