import { listAnnotations } from "@/server/annotations/list-annotations";
import { answer } from "@/server/http/answer";
import { sendPacked } from "@/server/http/packed";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    const { slug } = await params;
    const { searchParams } = new URL(request.url);
    const page = await listAnnotations(viewer, slug, {
      after: searchParams.get("after"),
      only: searchParams.get("only"),
    });
    return page ? sendPacked(page) : refusal("not-found");
  });
}
