import "server-only";
import {
  type NotificationKind,
  type NotificationSetting,
  notificationKinds,
} from "@/core/notification/notification";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";

/** Which kinds the viewer wants to be told of; all of them until they say otherwise. */
export async function loadNotificationSettings(
  viewer: Viewer,
): Promise<Readonly<Partial<Record<NotificationKind, boolean>>>> {
  const rows = await db().notificationSetting.findMany({ where: { userId: viewer.id } });
  const wanted = Object.fromEntries(notificationKinds.map((kind) => [kind, true]));
  return { ...wanted, ...Object.fromEntries(rows.map(({ kind, isOn }) => [kind, isOn])) };
}

export async function saveNotificationSetting(
  viewer: Viewer,
  { kind, isOn }: NotificationSetting,
): Promise<void> {
  const id = { userId: viewer.id, kind };
  await db().notificationSetting.upsert({
    where: { userId_kind: id },
    create: { ...id, isOn },
    update: { isOn },
  });
}
