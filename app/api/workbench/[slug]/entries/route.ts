import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import { appendEntries, appendSchema } from "@/server/workbench/append-entries";

type Context = { params: Promise<{ slug: string }> };

const MAX_BODY_BYTES = 8 * 1024 * 1024;

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, appendSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug } = await params;
    const result = await appendEntries(viewer, slug, input.body);
    return result.ok ? Response.json(result) : result;
  });
}
