import { makeAnonymousAccount } from "@/server/anonymous-account";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { isSameOrigin } from "@/server/http/same-origin";
import { currentViewer } from "@/server/viewer";

/** Whoever has an account already keeps it: a second tab at its first mark does not make a second one. */
export function POST(request: Request) {
  return answer(request, async () => {
    if (!isSameOrigin(request)) return refusal("foreign-origin");

    const known = await currentViewer(request);
    if (known) return Response.json({ viewer: known });

    const account = await makeAnonymousAccount(request.headers);
    if (!account.ok) return account;
    return Response.json({ viewer: account.viewer }, { headers: account.headers });
  });
}
