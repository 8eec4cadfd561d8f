import { changePasswordSchema } from "@/core/account/account-input";
import { changePassword } from "@/server/account/password";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readForm } from "@/server/http/read-form";
import { currentViewer } from "@/server/viewer";

export function PUT(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readForm(request, changePasswordSchema);
    if (!input.ok) return input;

    const result = await changePassword(viewer, request.headers, input.body);
    return result.ok ? Response.json({}, { headers: result.headers }) : result;
  });
}
