import { exportAccount } from "@/server/account/export-account";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { mayChange } from "@/server/http/rate-limits";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const limit = mayChange(viewer, request.headers);
    if (!limit.ok) return limit;
    return new Response(await exportAccount(viewer), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="zwiesprache.zip"',
      },
    });
  });
}
