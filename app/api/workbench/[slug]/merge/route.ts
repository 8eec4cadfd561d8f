import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import { loadMergeParts, mergeDraft, mergeSchema } from "@/server/workbench/merge-draft";

type Context = { params: Promise<{ slug: string }> };

const MAX_BODY_BYTES = 2 * 1024 * 1024;

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const { slug } = await params;
    const parts = await loadMergeParts(viewer, slug);
    return parts ? Response.json(parts) : refusal("not-found");
  });
}

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, mergeSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug } = await params;
    const result = await mergeDraft(viewer, slug, input.body);
    return result.ok ? Response.json(result) : result;
  });
}
