import { newShareLinkSchema } from "@/core/sharing/share-input";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { listShareLinks, makeShareLink } from "@/server/sharing/share-links";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    return viewer ? Response.json({ links: await listShareLinks(viewer) }) : refusal("signed-out");
  });
}

export function POST(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, newShareLinkSchema);
    if (!act.ok) return act;

    const result = await makeShareLink(act.viewer, act.body);
    if (!result.ok) return result;
    return Response.json({ id: result.id, path: result.path }, { status: 201 });
  });
}
