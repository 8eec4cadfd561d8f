import { groupChangeSchema } from "@/core/groups/group-input";
import { getGroup } from "@/server/groups/get-group";
import { changeGroup } from "@/server/groups/groups";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ id: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const { ok, ...group } = await getGroup(viewer, (await params).id);
    return ok ? Response.json(group) : refusal("not-found");
  });
}

export function PATCH(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, groupChangeSchema);
    if (!act.ok) return act;

    const refused = await changeGroup(act.viewer, (await params).id, act.body);
    return refused ?? Response.json({});
  });
}
