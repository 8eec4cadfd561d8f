import { progressSchema } from "@/core/groups/group-input";
import { recordProgress } from "@/server/groups/assignments";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ slug: string }> };

/** How far an assigned article is read; of any other nothing is kept. */
export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, progressSchema);
    if (!act.ok) return act;
    return Response.json(await recordProgress(act.viewer, (await params).slug, act.body.share));
  });
}
