import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "./db";

const LIMIT_MS = 3000; // whoever asks wants to know now, not when the connection has timed out

/** Whether the database answers. */
export async function isDatabaseReady(): Promise<boolean> {
  const answered = db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, sleep(LIMIT_MS, false, { ref: false })]);
}
