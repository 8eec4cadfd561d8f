import { deleteAccountSchema, nameOnlySchema } from "@/core/account/account-input";
import { deleteAccount } from "@/server/account/delete-account";
import { getProfile, rename } from "@/server/account/profile";
import { signOut } from "@/server/account/sessions";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { mayChange } from "@/server/http/rate-limits";
import { readForm } from "@/server/http/read-form";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    return viewer ? Response.json(await getProfile(viewer)) : refusal("signed-out");
  });
}

export function PATCH(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readForm(request, nameOnlySchema);
    if (!input.ok) return input;

    const limit = mayChange(viewer, request.headers);
    if (!limit.ok) return limit;
    return Response.json(await rename(viewer, input.body.name));
  });
}

export function DELETE(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const input = await readForm(request, deleteAccountSchema);
    if (!input.ok) return input;

    const refused = await deleteAccount(viewer, request.headers, input.body.password);
    return refused ?? Response.json({}, { headers: await signOut(request.headers) });
  });
}
