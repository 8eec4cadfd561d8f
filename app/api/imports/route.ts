import { makeAnonymousAccount } from "@/server/anonymous-account";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { mayImport } from "@/server/http/rate-limits";
import { isSameOrigin } from "@/server/http/same-origin";
import { createImport } from "@/server/imports/create-import";
import { readUpload } from "@/server/imports/read-upload";
import { currentViewer } from "@/server/viewer";

/** Takes the files of a document, or its pasted texts; whoever has no account gets one. Nothing is read yet. */
export function POST(request: Request) {
  return answer(request, async () => {
    if (!isSameOrigin(request)) return refusal("foreign-origin");
    const known = await currentViewer(request);
    const account = known ? null : await makeAnonymousAccount(request.headers);
    if (account && !account.ok) return account;
    const viewer = known ?? account?.viewer;
    if (!viewer) return refusal("signed-out");
    const limit = mayImport(viewer, request.headers);
    if (!limit.ok) return limit;

    const input = await readUpload(request);
    if (!input.ok) return input;

    const created = await createImport(viewer, input.files);
    return Response.json(created, { status: 201, headers: account?.headers });
  });
}
