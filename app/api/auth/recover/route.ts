import { recoverySchema } from "@/core/account/account-input";
import { recoverAccount } from "@/server/account/recovery-code";
import { answer } from "@/server/http/answer";
import { readForm } from "@/server/http/read-form";
import { currentViewer } from "@/server/viewer";

export function POST(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    const input = await readForm(request, recoverySchema);
    if (!input.ok) return input;

    const result = await recoverAccount(viewer, request.headers, input.body.code);
    return result.ok ? Response.json({}, { headers: result.headers }) : result;
  });
}
