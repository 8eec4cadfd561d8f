import { newReportSchema } from "@/core/reports/text-report";
import { answer } from "@/server/http/answer";
import { mayReport } from "@/server/http/rate-limits";
import { readForm } from "@/server/http/read-form";
import { reportText } from "@/server/reports/text-reports";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ slug: string }> };

/** Takes what a reader found wrong, with or without an account. */
export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const limit = mayReport(viewer, request.headers);
    if (!limit.ok) return limit;

    const input = await readForm(request, newReportSchema);
    if (!input.ok) return input;

    const result = await reportText(viewer, (await params).slug, input.body);
    return result.ok ? Response.json(result, { status: 201 }) : result;
  });
}
