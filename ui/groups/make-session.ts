import { ensureSession } from "../annotations/store/ensure-session";
import { makeId } from "../annotations/store/make-id";
import { openOutbox } from "../annotations/store/outbox";

/** Makes an anonymous account where there is none, one for all tabs of this browser. */
export async function makeSession(): Promise<void> {
  const outbox = await openOutbox();
  try {
    await ensureSession(outbox, makeId());
  } finally {
    outbox.close();
  }
}
