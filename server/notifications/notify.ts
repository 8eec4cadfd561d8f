import "server-only";
import type { NotificationKind } from "@/core/notification/notification";
import type { Transaction } from "../db";

type News = {
  readonly kind: NotificationKind;
  readonly actorId: string | null;
  readonly annotationId?: string;
  readonly replyId?: string;
  readonly groupId?: string;
  readonly articleId?: string;
};

/**
 * Tells people that something concerns them, in the transaction of what happened: everybody once, nobody of what they
 * did themselves, nobody of a kind that they do not want. What it is about is looked up when it is shown, so that it
 * tells nobody more than they may see then.
 */
export async function notify(
  transaction: Transaction,
  userIds: readonly string[],
  news: News,
): Promise<void> {
  const concerned = [...new Set(userIds)].filter((id) => id !== news.actorId);
  if (concerned.length === 0) return;
  const silent = await transaction.notificationSetting.findMany({
    where: { userId: { in: concerned }, kind: news.kind, isOn: false },
    select: { userId: true },
  });
  const unwanted = new Set(silent.map(({ userId }) => userId));
  await transaction.notification.createMany({
    data: concerned.filter((id) => !unwanted.has(id)).map((userId) => ({ userId, ...news })),
  });
}
