import { z } from "zod";
import { endSession } from "@/server/account/sessions";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";

type Context = { params: Promise<{ id: string }> };

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const { id } = await params;
    return (await endSession(act.viewer, id)) ? Response.json({}) : refusal("not-found");
  });
}
