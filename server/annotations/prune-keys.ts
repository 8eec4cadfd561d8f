import "server-only";
import { db } from "../db";

const HOUR_MS = 60 * 60 * 1000;
const KEPT_MS = 7 * 24 * HOUR_MS; // longer than a browser's outbox is likely to wait for a connection

let prunedAtMs = Number.NEGATIVE_INFINITY;

/** Forgets the keys of changes that were applied more than a week ago; at most once an hour in each process. */
export async function pruneKeys(nowMs: number): Promise<void> {
  if (nowMs - prunedAtMs < HOUR_MS) return;
  prunedAtMs = nowMs;
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(nowMs - KEPT_MS) } } });
}
