import { assignmentSchema } from "@/core/groups/group-input";
import { putAssignment } from "@/server/groups/assignments";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ id: string }> };

export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, assignmentSchema);
    if (!act.ok) return act;

    const result = await putAssignment(act.viewer, (await params).id, act.body);
    return result.ok ? Response.json({ id: result.id }) : result;
  });
}
