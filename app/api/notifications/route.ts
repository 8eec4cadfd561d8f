import { z } from "zod";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import {
  countUnread,
  listNotifications,
  markRead,
} from "@/server/notifications/list-notifications";
import { currentViewer } from "@/server/viewer";

const readSchema = z.strictObject({ readUntil: z.iso.datetime() });

export function GET(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return Response.json({ notifications: [], unread: 0 });
    const [notifications, unread] = await Promise.all([
      listNotifications(viewer),
      countUnread(viewer),
    ]);
    return Response.json({ notifications, unread });
  });
}

export function PUT(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, readSchema);
    if (!act.ok) return act;

    await markRead(act.viewer, new Date(act.body.readUntil));
    return Response.json({ unread: await countUnread(act.viewer) });
  });
}
