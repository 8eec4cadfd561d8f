import { z } from "zod";
import { roleOnlySchema } from "@/core/groups/group-input";
import { changeRole, removeMember } from "@/server/groups/members";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ id: string; userId: string }> };

export function PATCH(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, roleOnlySchema);
    if (!act.ok) return act;

    const { id, userId } = await params;
    const refused = await changeRole(act.viewer, id, userId, act.body.role);
    return refused ?? Response.json({});
  });
}

/** Removes a member; oneself by leaving. */
export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const { id, userId } = await params;
    const refused = await removeMember(act.viewer, id, userId);
    return refused ?? Response.json({});
  });
}
