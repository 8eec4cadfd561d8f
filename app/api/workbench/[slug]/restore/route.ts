import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import { restoreSchema, restoreVersion } from "@/server/workbench/restore-version";

type Context = { params: Promise<{ slug: string }> };

const MAX_BODY_BYTES = 1024;

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, restoreSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug } = await params;
    const result = await restoreVersion(viewer, slug, input.body);
    return result.ok ? Response.json(result) : result;
  });
}
