import { loadPartsIndex } from "@/server/articles/load-parts-index";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ versionId: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const { versionId } = await params;
    const open = await loadPartsIndex(null, versionId);
    if (open) return kept(open, "public, max-age=31536000, immutable");

    const own = await loadPartsIndex(await currentViewer(request), versionId);
    return own ? kept(own, "private, no-cache") : refusal("not-found");
  });
}

function kept(index: object, cacheControl: string): Response {
  return Response.json(index, { headers: { "cache-control": cacheControl } });
}
