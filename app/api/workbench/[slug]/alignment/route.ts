import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import { proposeRealign, realignSchema } from "@/server/workbench/propose-realign";

type Context = { params: Promise<{ slug: string }> };

const MAX_BODY_BYTES = 256 * 1024;

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, realignSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug } = await params;
    const result = await proposeRealign(viewer, slug, input.body);
    return result.ok ? Response.json(result) : result;
  });
}
