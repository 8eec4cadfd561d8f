import "server-only";
import type { Transaction } from "../db";
import { notify } from "../notifications/notify";

/** Tells those who look after a group, or after the installation (`null`), that something waits: once until they have looked. */
export async function tellModerators(
  transaction: Transaction,
  groupId: string | null,
): Promise<void> {
  const ids = await moderatorsOf(transaction, groupId);
  const told = await transaction.notification.findMany({
    where: {
      ...{ userId: { in: ids }, kind: "report", groupId, readAt: null },
      ...{ annotationId: null, articleId: null },
    },
    select: { userId: true },
  });
  const known = new Set(told.map(({ userId }) => userId));
  const waiting = ids.filter((id) => !known.has(id));
  await notify(transaction, waiting, {
    kind: "report",
    actorId: null, // who reported is nobody's to know
    ...(groupId !== null && { groupId }),
  });
}

async function moderatorsOf(transaction: Transaction, groupId: string | null): Promise<string[]> {
  if (groupId === null) {
    const rows = await transaction.user.findMany({
      where: { role: { in: ["owner", "editor"] } },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }
  const rows = await transaction.membership.findMany({
    where: { groupId, role: { in: ["owner", "moderator"] } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}
