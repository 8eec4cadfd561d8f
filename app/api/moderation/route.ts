import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { listLog } from "@/server/moderation/list-log";
import { listQueue } from "@/server/moderation/list-queue";
import { currentViewer } from "@/server/viewer";

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");

    const [queue, log] = await Promise.all([listQueue(viewer), listLog(viewer)]);
    return Response.json({ queue, log });
  });
}
