import { queueIdOf } from "../annotations/store/change";
import { openOutbox } from "../annotations/store/outbox";

/** How many changes are still on their way from this browser. */
export async function countUnsaved(): Promise<number> {
  const outbox = await openOutbox();
  try {
    return (await outbox.list()).length;
  } finally {
    outbox.close();
  }
}

/**
 * Takes everything of the reader out of this browser but how they like to read: drafts, places, and what was on its way.
 * Whoever comes next must neither see it nor send it under their own name.
 */
export async function forgetBrowser(): Promise<void> {
  const outbox = await openOutbox();
  for (const change of await outbox.list()) await outbox.replaceQueue(queueIdOf(change), []);
  outbox.close();
  try {
    for (const key of Object.keys(localStorage)) {
      if (key !== "settings") localStorage.removeItem(key);
    }
    sessionStorage.clear();
  } catch {
    // Storage is forbidden: nothing was kept there either.
  }
}
