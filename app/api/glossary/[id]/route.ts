import { z } from "zod";
import { deleteTerm } from "@/server/glossary/glossary";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ id: string }> };

const nothing = z.strictObject({});
const MAX_BODY_BYTES = 64;

export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, nothing, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const result = await deleteTerm(viewer, (await params).id);
    return result.ok ? Response.json(result) : result;
  });
}
