import type { Viewer } from "@/core/viewer/viewer";
import { answer } from "@/server/http/answer";
import { type Refusal, refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";
import {
  type Dismissal,
  dismissalSchema,
  dismissFinding,
  recallFinding,
} from "@/server/workbench/dismiss-finding";

type Context = { params: Promise<{ slug: string }> };
type Act = (viewer: Viewer, slug: string, dismissal: Dismissal) => Promise<{ ok: true } | Refusal>;

const MAX_BODY_BYTES = 1024;

export function PUT(request: Request, context: Context) {
  return handle(request, context, dismissFinding);
}

export function DELETE(request: Request, context: Context) {
  return handle(request, context, recallFinding);
}

function handle(request: Request, { params }: Context, act: Act) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, dismissalSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const { slug } = await params;
    const result = await act(viewer, slug, input.body);
    return result.ok ? Response.json(result) : result;
  });
}
