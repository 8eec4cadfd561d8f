import { openArticleSchema } from "@/core/sharing/share-input";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { openArticle } from "@/server/sharing/open-article";

/** Opens a link to an article for whoever asks: from now on they read it. */
export function POST(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, openArticleSchema);
    if (!act.ok) return act;

    const result = await openArticle(act.viewer, request.headers, act.body.token);
    return result.ok ? Response.json({ slug: result.slug }) : result;
  });
}
