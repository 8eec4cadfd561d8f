import { newGroupSchema } from "@/core/groups/group-input";
import { createGroup, listGroups } from "@/server/groups/groups";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    return viewer ? Response.json({ groups: await listGroups(viewer) }) : refusal("signed-out");
  });
}

export function POST(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, newGroupSchema);
    if (!act.ok) return act;
    return Response.json(await createGroup(act.viewer, act.body), { status: 201 });
  });
}
