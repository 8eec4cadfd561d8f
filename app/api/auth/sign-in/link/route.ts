import { emailOnlySchema, tokenOnlySchema } from "@/core/account/account-input";
import { askForLink, signInByLink } from "@/server/account/sign-in";
import { answer } from "@/server/http/answer";
import { readForm } from "@/server/http/read-form";

/** Asks for a link by mail. */
export function POST(request: Request) {
  return answer(request, async () => {
    const input = await readForm(request, emailOnlySchema);
    if (!input.ok) return input;

    const refused = await askForLink(request.headers, input.body.email);
    return refused ?? Response.json({}, { status: 202 });
  });
}

/** Uses the link. */
export function PUT(request: Request) {
  return answer(request, async () => {
    const input = await readForm(request, tokenOnlySchema);
    if (!input.ok) return input;

    const result = await signInByLink(request.headers, input.body.token);
    return result.ok
      ? Response.json({ viewer: result.viewer }, { headers: result.headers })
      : result;
  });
}
