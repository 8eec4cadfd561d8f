import { notificationSettingSchema } from "@/core/notification/notification";
import { readAct } from "@/server/http/act";
import { answer } from "@/server/http/answer";
import { saveNotificationSetting } from "@/server/notifications/notification-settings";

export function PUT(request: Request) {
  return answer(request, async () => {
    const act = await readAct(request, notificationSettingSchema);
    if (!act.ok) return act;

    await saveNotificationSetting(act.viewer, act.body);
    return Response.json(act.body);
  });
}
