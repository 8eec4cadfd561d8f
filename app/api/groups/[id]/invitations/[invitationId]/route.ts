import { z } from "zod";
import { revokeInvitation } from "@/server/groups/invitations";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ id: string; invitationId: string }> };

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const { id, invitationId } = await params;
    const refused = await revokeInvitation(act.viewer, id, invitationId);
    return refused ?? Response.json({});
  });
}
