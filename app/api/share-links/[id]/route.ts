import { z } from "zod";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { revokeShareLink } from "@/server/sharing/share-links";

type Context = { params: Promise<{ id: string }> };

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const act = await readAct(request, z.strictObject({}));
    if (!act.ok) return act;

    const refused = await revokeShareLink(act.viewer, (await params).id);
    return refused ?? Response.json({});
  });
}
