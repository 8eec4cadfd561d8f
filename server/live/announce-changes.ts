import "server-only";
import { db } from "../db";

/** The channel on which the processes of an installation tell each other that the change feed has grown. */
export const changesChannel = "zwiesprache_changes";

// One notification in each write's transaction costs nearly all of the write rate: NOTIFY takes a lock over the whole
// database until the commit. One for all that is written meanwhile costs none.
const TOGETHER_MS = 50;

declare global {
  var zwiespracheAnnouncement: NodeJS.Timeout | undefined;
}

/** Tells every process, this one too, that changes were committed; many within 50 ms are told once. */
export function announceChanges(): void {
  globalThis.zwiespracheAnnouncement ??= setTimeout(announce, TOGETHER_MS).unref();
}

function announce(): void {
  globalThis.zwiespracheAnnouncement = undefined;
  // Lost where the database is away; whoever listens looks for itself now and then.
  db()
    .$executeRawUnsafe(`NOTIFY ${changesChannel}`)
    .catch(() => {});
}
