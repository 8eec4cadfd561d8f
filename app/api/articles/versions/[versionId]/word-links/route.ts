import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";
import { loadWordLinks } from "@/server/word-links/load-word-links";

type Context = { params: Promise<{ versionId: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const { versionId } = await params;
    const sentences = readSentences(new URL(request.url).searchParams.get("sentences"));
    if (!sentences) return refusal("invalid", { fields: ["sentences"] });

    const open = await loadWordLinks(null, versionId, sentences);
    if (open) return kept({ beads: open }, "public, max-age=31536000, immutable");

    const own = await loadWordLinks(await currentViewer(request), versionId, sentences);
    return own ? kept({ beads: own }, "private, no-cache") : refusal("not-found");
  });
}

/** "ds12,es3": at most a hundred; `null` for anything else. */
function readSentences(text: string | null): readonly string[] | null {
  if (text === null) return [];
  return /^[de]s\d{1,7}(,[de]s\d{1,7}){0,99}$/.test(text) ? text.split(",") : null;
}

function kept(links: object, cacheControl: string): Response {
  return Response.json(links, { headers: { "cache-control": cacheControl } });
}
