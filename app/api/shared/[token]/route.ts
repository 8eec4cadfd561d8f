import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { loadShared } from "@/server/sharing/load-shared";

type Context = { params: Promise<{ token: string }> };

/** What a link shows now: an open page asks again, so that it ends when the link does. */
export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const shared = await loadShared(request.headers, (await params).token);
    if (!shared) return refusal("link-invalid");
    return Response.json(shared, { headers: { "referrer-policy": "no-referrer" } });
  });
}
