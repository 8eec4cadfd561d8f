import { searchArticle } from "@/server/articles/search-article";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ slug: string }> };

const maxQuestion = 200;

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const { slug } = await params;
    const question = new URL(request.url).searchParams.get("q")?.trim() ?? "";
    if (question === "" || question.length > maxQuestion) return refusal("invalid");
    const open = await searchArticle(null, slug, question);
    if (open) return Response.json(open);
    const own = await searchArticle(await currentViewer(request), slug, question);
    return own ? Response.json(own) : refusal("not-found");
  });
}
