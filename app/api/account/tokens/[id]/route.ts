import { z } from "zod";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { revokeToken } from "@/server/tokens/personal-token";

type Context = { params: Promise<{ id: string }> };

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const id = z.uuid().safeParse((await params).id);
    const isRevoked = id.success && (await revokeToken(act.viewer, id.data));
    return isRevoked ? Response.json({}) : refusal("not-found");
  });
}
