import { memberOnlySchema } from "@/core/groups/group-input";
import { openThread } from "@/server/groups/threads";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ id: string }> };

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, memberOnlySchema);
    if (!act.ok) return act;

    const result = await openThread(act.viewer, (await params).id, act.body.userId);
    return result.ok ? Response.json({ id: result.id }) : result;
  });
}
