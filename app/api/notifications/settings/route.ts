import { notificationSettingSchema } from "@/core/notification/notification";
import { answer } from "@/server/http/answer";
import { refusal } from "@/server/http/problem-reason";
import { readForm } from "@/server/http/read-form";
import { saveNotificationSetting } from "@/server/notifications/notification-settings";
import { currentViewer } from "@/server/viewer";

export function PUT(request: Request) {
  return answer(request, async () => {
    const viewer = await currentViewer(request);
    if (!viewer) return refusal("signed-out");
    const input = await readForm(request, notificationSettingSchema);
    if (!input.ok) return input;
    await saveNotificationSetting(viewer, input.body);
    return Response.json(input.body);
  });
}
