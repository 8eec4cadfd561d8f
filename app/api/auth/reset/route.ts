import { emailOnlySchema, newPasswordSchema } from "@/core/account/account-input";
import { askForReset, resetPassword } from "@/server/account/password";
import { answer } from "@/server/http/answer";
import { readForm } from "@/server/http/read-form";

/** Asks for a link by mail. */
export function POST(request: Request) {
  return answer(request, async () => {
    const input = await readForm(request, emailOnlySchema);
    if (!input.ok) return input;

    const refused = await askForReset(request.headers, input.body.email);
    return refused ?? Response.json({}, { status: 202 });
  });
}

/** Uses the link. */
export function PUT(request: Request) {
  return answer(request, async () => {
    const input = await readForm(request, newPasswordSchema);
    if (!input.ok) return input;

    const refused = await resetPassword(request.headers, input.body);
    return refused ?? Response.json({});
  });
}
