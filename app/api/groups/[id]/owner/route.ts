import { memberOnlySchema } from "@/core/groups/group-input";
import { transferGroup } from "@/server/groups/members";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ id: string }> };

/** Hands the group over to another member. */
export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, memberOnlySchema);
    if (!act.ok) return act;

    const refused = await transferGroup(act.viewer, (await params).id, act.body.userId);
    return refused ?? Response.json({});
  });
}
