import { reportAnswerSchema } from "@/core/reports/text-report";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { answerReport } from "@/server/reports/text-reports";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ slug: string; id: string }> };

const MAX_BODY_BYTES = 16 * 1024;

export function PATCH(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, reportAnswerSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug, id } = await params;
    const result = await answerReport(viewer, slug, id, input.body);
    return result.ok ? Response.json(result) : result;
  });
}
