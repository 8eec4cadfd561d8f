import { joinSchema } from "@/core/groups/group-input";
import { joinGroup } from "@/server/groups/invitations";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

export function POST(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, joinSchema);
    if (!act.ok) return act;

    const result = await joinGroup(act.viewer, request.headers, act.body);
    return result.ok ? Response.json({ groupId: result.groupId }) : result;
  });
}
