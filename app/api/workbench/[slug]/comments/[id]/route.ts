import { z } from "zod";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import { changeComment, commentChangeSchema, deleteComment } from "@/server/workbench/row-comments";

type Context = { params: Promise<{ slug: string; id: string }> };

const nothing = z.strictObject({});
const MAX_BODY_BYTES = 256;

export function PATCH(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, commentChangeSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug, id } = await params;
    const result = await changeComment(viewer, slug, id, input.body);
    return result.ok ? Response.json(result) : result;
  });
}

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, nothing, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug, id } = await params;
    const result = await deleteComment(viewer, slug, id);
    return result.ok ? Response.json(result) : result;
  });
}
