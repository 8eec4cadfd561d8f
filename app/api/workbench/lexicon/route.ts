import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { currentViewer } from "@/server/viewer";
import { loadLexiconFiles } from "@/server/workbench/built-in-lexicon";

/** The words that the checks know; only the workbench asks for them, so that reading does not weigh more. */
export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");
    const files = await loadLexiconFiles();
    return Response.json(files, { headers: { "cache-control": "private, max-age=3600" } });
  });
}
