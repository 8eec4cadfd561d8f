import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { listReports } from "@/server/reports/text-reports";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const reports = await listReports(viewer, (await params).slug);
    return reports ? Response.json(reports) : refusal("not-found");
  });
}
