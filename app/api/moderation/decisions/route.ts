import { decisionSchema } from "@/core/moderation/moderation-input";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { decide } from "@/server/moderation/decide";

export function POST(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, decisionSchema);
    if (!act.ok) return act;

    const refused = await decide(act.viewer, act.body);
    return refused ?? Response.json({});
  });
}
