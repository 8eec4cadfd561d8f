import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ locale: string }> };

/** What the checks say, for those who see it on the reading page: other readers need not carry it. */
export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");
    const { Checks, Workbench } = (await params).locale === "en" ? en : de;
    const { found, open } = Workbench;
    const words = { Checks: { explanation: Checks.explanation }, Workbench: { found, open } };
    return Response.json(words, { headers: { "cache-control": "private, max-age=3600" } });
  });
}
