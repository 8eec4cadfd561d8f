import { z } from "zod";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readForm } from "@/server/http/read-form";
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
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");
    const input = await readForm(request, readSchema);
    if (!input.ok) return input;
    await markRead(viewer, new Date(input.body.readUntil));
    return Response.json({ unread: await countUnread(viewer) });
  });
}
