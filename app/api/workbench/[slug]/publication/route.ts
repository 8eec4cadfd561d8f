import { z } from "zod";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import { deleteArticle, publicationSchema, setAudience } from "@/server/workbench/set-audience";

type Context = { params: Promise<{ slug: string }> };

const nothing = z.strictObject({});
const MAX_BODY_BYTES = 1024;

export function PUT(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, publicationSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const result = await setAudience(viewer, (await params).slug, input.body);
    return result.ok ? Response.json(result) : result;
  });
}

/** Deletes the article itself. */
export function DELETE(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, nothing, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const result = await deleteArticle(viewer, (await params).slug);
    return result.ok ? Response.json(result) : result;
  });
}
