import { z } from "zod";
import { removeAssignment } from "@/server/groups/assignments";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";

type Context = { params: Promise<{ id: string; assignmentId: string }> };

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const { id, assignmentId } = await params;
    const refused = await removeAssignment(act.viewer, id, assignmentId);
    return refused ?? Response.json({});
  });
}
