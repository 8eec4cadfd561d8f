import { answer } from "@/server/http/answer";
import { listTags } from "@/server/tags/list-tags";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request, "annotations:read");
    return Response.json({ tags: viewer ? await listTags(viewer) : [] });
  });
}
