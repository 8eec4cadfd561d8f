import * as z from "zod/mini";

/** What somebody is told of: an answer in a thread of theirs, their name in a note, a group, a text to read, a report. */
export const notificationKinds = ["reply", "mention", "group", "assignment", "report"] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/** A notification as it is shown; what its reader may not see any more is not in it. Times are ISO 8601 in UTC. */
export type Notification = {
  readonly id: string;
  readonly kind: NotificationKind;
  /** Whoever caused it; `null`: somebody without a name, or whose account is gone. */
  readonly actorName: string | null;
  readonly annotation: {
    readonly id: string;
    readonly exact: string;
    readonly articleSlug: string;
  } | null;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly articleSlug: string | null;
  readonly isRead: boolean;
  readonly createdAt: string;
};

export const notificationSettingSchema = z.strictObject({
  kind: z.enum(notificationKinds),
  isOn: z.boolean(),
});
export type NotificationSetting = z.infer<typeof notificationSettingSchema>;
