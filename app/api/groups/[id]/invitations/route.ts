import { newInvitationSchema } from "@/core/groups/group-input";
import { makeInvitation } from "@/server/groups/invitations";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { requestLanguage } from "@/server/http/request-language";

type Context = { params: Promise<{ id: string }> };

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, newInvitationSchema);
    if (!act.ok) return act;

    const { headers } = request;
    const sending = { language: requestLanguage(request), headers };
    const result = await makeInvitation(act.viewer, (await params).id, act.body, sending);
    if (!result.ok) return result;
    return Response.json({ id: result.id, path: result.path }, { status: 201 });
  });
}
