import { newReportSchema } from "@/core/moderation/moderation-input";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { reportNote } from "@/server/moderation/report-note";

export function POST(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, newReportSchema);
    if (!act.ok) return act;

    const refused = await reportNote(act.viewer, act.body);
    return refused ?? Response.json({}, { status: 201 });
  });
}
