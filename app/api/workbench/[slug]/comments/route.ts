import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import { addComment, listComments, newCommentSchema } from "@/server/workbench/row-comments";

type Context = { params: Promise<{ slug: string }> };

const MAX_BODY_BYTES = 32 * 1024;

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const comments = await listComments(viewer, (await params).slug);
    return comments ? Response.json(comments) : refusal("not-found");
  });
}

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, newCommentSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const result = await addComment(viewer, (await params).slug, input.body);
    return result.ok ? Response.json(result, { status: 201 }) : result;
  });
}
