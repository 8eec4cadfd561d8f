import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";
import { loadCurrentText } from "@/server/workbench/current-text";

type Context = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const text = await loadCurrentText(viewer, (await params).slug);
    return text ? Response.json(text) : refusal("not-found");
  });
}
