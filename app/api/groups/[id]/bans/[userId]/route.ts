import { z } from "zod";
import { banMember, liftBan } from "@/server/groups/bans";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ id: string; userId: string }> };

export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const { id, userId } = await params;
    const refused = await banMember(act.viewer, id, userId);
    return refused ?? Response.json({});
  });
}

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const { id, userId } = await params;
    const refused = await liftBan(act.viewer, id, userId);
    return refused ?? Response.json({});
  });
}
