import { newTokenSchema } from "@/core/account/token-input";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { orderToken } from "@/server/tokens/order-token";
import { listTokens } from "@/server/tokens/personal-token";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    return viewer ? Response.json({ tokens: await listTokens(viewer) }) : refusal("signed-out");
  });
}

export function POST(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, newTokenSchema);
    if (!act.ok) return act;

    const result = await orderToken(act.viewer, act.body);
    if (!result.ok) return result;
    return Response.json({ id: result.id, token: result.token }, { status: 201 });
  });
}
