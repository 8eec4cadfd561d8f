import { signInSchema } from "@/core/account/account-input";
import { signIn } from "@/server/account/sign-in";
import { answer } from "@/server/http/answer";
import { readForm } from "@/server/http/read-form";

export function POST(request: Request) {
  return answer(request, async () => {
    const input = await readForm(request, signInSchema);
    if (!input.ok) return input;

    const result = await signIn(request.headers, input.body);
    return result.ok
      ? Response.json({ viewer: result.viewer }, { headers: result.headers })
      : result;
  });
}
