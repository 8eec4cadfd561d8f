import { glossaryEntrySchema } from "@/core/glossary/glossary-entry";
import { putTerm } from "@/server/glossary/glossary";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readPost } from "@/server/http/read-post";
import { currentViewer } from "@/server/viewer";

const MAX_BODY_BYTES = 8 * 1024;

export function POST(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readPost(request, viewer, glossaryEntrySchema, MAX_BODY_BYTES);
    if (!input.ok) return input;

    const result = await putTerm(viewer, input.body);
    return result.ok ? Response.json(result) : result;
  });
}
