import { exportTerms, glossaryCsvSchema, importTerms } from "@/server/glossary/glossary";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";

const MAX_BODY_BYTES = 4 * 1024 * 1024;

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");
    const csv = await exportTerms(viewer);
    if (csv === null) return refusal("not-found");
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="glossary.csv"',
        "x-content-type-options": "nosniff",
      },
    });
  });
}

export function POST(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, glossaryCsvSchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const result = await importTerms(viewer, input.body.csv);
    return result.ok ? Response.json(result) : result;
  });
}
