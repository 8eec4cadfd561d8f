import "server-only";
import { db } from "../db";
import { env } from "../env";
import { eraseAccount } from "./delete-account";

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 50;

let prunedAtMs = Number.NEGATIVE_INFINITY;

/**
 * Deletes accounts without a name that nobody has used for as long as the operator chose, at most once a day in each
 * process. Whoever has a recovery code can still come back, and keeps everything.
 */
export async function pruneAnonymous(nowMs: number): Promise<void> {
  const { ANONYMOUS_DAYS: days } = env();
  if (days === undefined || nowMs - prunedAtMs < DAY_MS) return;
  prunedAtMs = nowMs;
  const since = new Date(nowMs - days * DAY_MS);
  const unused = await db().user.findMany({
    where: {
      ...{ isAnonymous: true, role: "reader", recoveryCode: null },
      updatedAt: { lt: since },
      sessions: { none: { updatedAt: { gte: since } } },
      annotations: { none: { updatedAt: { gte: since } } },
      replies: { none: { updatedAt: { gte: since } } },
    },
    orderBy: { updatedAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  for (const { id } of unused) await eraseAccount(id);
}
