import { z } from "zod";
import { makeRecoveryCode } from "@/server/account/recovery-code";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { mayChange } from "@/server/http/rate-limits";
import { readForm } from "@/server/http/read-form";
import { currentViewer } from "@/server/viewer";

export function POST(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readForm(request, z.strictObject({}));
    if (!input.ok) return input;

    const limit = mayChange(viewer, request.headers);
    if (!limit.ok) return limit;
    return Response.json({ code: await makeRecoveryCode(viewer) }, { status: 201 });
  });
}
