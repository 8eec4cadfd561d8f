import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";
import { openDraft } from "@/server/workbench/open-draft";

type Context = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const { slug } = await params;
    const draft = await openDraft(viewer, slug);
    return draft ? Response.json(draft) : refusal("not-found");
  });
}
