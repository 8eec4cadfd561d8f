import { tokenOnlySchema } from "@/core/account/account-input";
import { confirmAddress } from "@/server/account/sign-in";
import { answer } from "@/server/http/answer";
import { readForm } from "@/server/http/read-form";

export function POST(request: Request) {
  return answer(request, async () => {
    const input = await readForm(request, tokenOnlySchema);
    if (!input.ok) return input;

    const refused = await confirmAddress(request.headers, input.body.token);
    return refused ?? Response.json({});
  });
}
