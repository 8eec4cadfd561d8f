import { importChoicesSchema } from "@/core/import/import-choices";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readJson } from "@/server/http/read-json";
import { isSameOrigin } from "@/server/http/same-origin";
import { loadImport } from "@/server/imports/load-import";
import { streamRun } from "@/server/imports/stream-run";
import { currentViewer } from "@/server/viewer";

type Context = { params: Promise<{ id: string }> };

const choicesBytes = 1_200_000;

/** Reads a document with the choices of the body, and tells how far it is, a line of JSON each time. Breaking the connection off cancels it. */
export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    if (!isSameOrigin(request)) return refusal("foreign-origin");
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const { id } = await params;
    const found = await loadImport(viewer, id);
    if (!found || found.article) return refusal("not-found");

    const body = await readJson(request, choicesBytes);
    if (!body.ok) return body;
    const choices = importChoicesSchema.safeParse(body.value);
    if (!choices.success) return refusal("invalid");
    return streamRun(viewer, id, choices.data, request.signal);
  });
}
