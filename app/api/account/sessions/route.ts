import { sharedOnlySchema } from "@/core/account/account-input";
import { listSessions, restartSession } from "@/server/account/sessions";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { mayChange } from "@/server/http/rate-limits";
import { readForm } from "@/server/http/read-form";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");
    return Response.json({ sessions: await listSessions(viewer, request.headers) });
  });
}

/** Begins this browser's session anew, for a computer of one's own or for a shared one. */
export function POST(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readForm(request, sharedOnlySchema);
    if (!input.ok) return input;

    const limit = mayChange(viewer, request.headers);
    if (!limit.ok) return limit;
    const headers = await restartSession(viewer, request.headers, input.body.isShared);
    return Response.json({}, { headers });
  });
}
