import { languages } from "@/core/article/language";
import { loadSideHtml } from "@/server/articles/load-side-html";
import { answer } from "@/server/http/answer";
import { fragment } from "@/server/http/fragment";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ versionId: string; side: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const { versionId, side } = await params;
    const language = languages.find((known) => known === side);
    const part = readPart(new URL(request.url).searchParams.get("part"));
    if (!language || part === null) return refusal("not-found");

    const open = await loadSideHtml(null, versionId, language, part);
    if (open !== null) return fragment(request, open, "public, max-age=31536000, immutable");

    const own = await loadSideHtml(await currentViewer(request), versionId, language, part);
    return own !== null ? fragment(request, own, "private, no-cache") : refusal("not-found");
  });
}

function readPart(text: string | null): number | null {
  if (text === null) return 1;
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
