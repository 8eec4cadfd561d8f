import { annotationIdOf, type Change, queueIdOf, type Stamp } from "./change";
import { ensureSession } from "./ensure-session";
import { makeId } from "./make-id";
import type { Outbox } from "./outbox";
import { recordAnswer } from "./record-answer";
import { type Answer, sendChange } from "./send-change";
import { goneTabs, holdTab } from "./tab-life";

type SenderOptions = {
  readonly outbox: Promise<Outbox>;
  readonly stamp: () => Stamp;
  /** Resolves when everything the reader did is in the outbox. */
  readonly written: () => Promise<void>;
  /** Called when the outbox has taken in an answer. */
  readonly onAnswer: (change: Change, answer: Answer, keptBoth: boolean) => Promise<void>;
  readonly onReach: (isUnreachable: boolean) => void;
};

/** Sends what is in the outbox, of every article, one change after the other; of all tabs one at a time does so. */
export type OutboxSender = {
  /** Sends now, without waiting for the end of a pause. */
  readonly wake: () => void;
  readonly close: () => void;
};

const leaseMs = 25_000; // longer than a request may take
const heldLeaseMs = 1000;
const brokenOutboxMs = 5000;
const longestPauseMs = 60_000;
const nobodyHome: Answer = { kind: "unreachable", retryAfterMs: null };

export function openOutboxSender(options: SenderOptions): OutboxSender {
  const tab = makeId();
  const letGo = holdTab(tab);
  const lease = { name: "outbox", holder: tab };
  let hasSession = false;
  let failures = 0;
  let isSending = false;
  let isDue = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function send(): Promise<void> {
    isDue = true;
    if (isSending || isClosed) return;
    isSending = true;
    clearTimeout(timer);
    const outbox = await options.outbox;
    try {
      while (isDue && !isClosed) {
        isDue = false;
        await sendAll(outbox);
      }
    } catch (error) {
      console.error("The outbox cannot be sent:", error);
      later(brokenOutboxMs);
    } finally {
      isSending = false;
      await outbox.releaseLease(lease).catch(() => undefined);
    }
  }

  async function sendAll(outbox: Outbox): Promise<void> {
    let signedOut = 0;
    for (let next = await nextChange(outbox); next; next = await nextChange(outbox)) {
      if (isClosed) return;
      if (!(await takeLease(outbox))) return later(heldLeaseMs);
      hasSession ||= await ensureSession(outbox, tab);
      const answer = hasSession ? await attempt(outbox, next.key) : nobodyHome;
      if (answer?.kind === "signed-out") {
        hasSession = false;
        signedOut += 1;
      }
      if (answer?.kind === "unreachable") return pause(answer.retryAfterMs);
      if (signedOut > 1) return pause(null); // a session that is made and not accepted: not a matter of trying harder
      failures = 0;
      options.onReach(false);
    }
  }

  /** From a tab that was left in the middle of sending at once: its change goes again, under the same key. */
  async function takeLease(outbox: Outbox): Promise<boolean> {
    if (await outbox.takeLease(lease, leaseMs)) return true;
    return outbox.takeLease(lease, leaseMs, await goneTabs());
  }

  async function nextChange(outbox: Outbox): Promise<Change | undefined> {
    await options.written();
    return oldestFree(await outbox.list());
  }

  /** Claims a change and sends it; `null` when it was melted into another meanwhile. */
  async function attempt(outbox: Outbox, key: string): Promise<Answer | null> {
    const change = await outbox.claim(key);
    if (!change) return null;
    const answer = await sendChange(change);
    const { keptBoth } = await recordAnswer(outbox, change, answer, options.stamp, makeId);
    await options.onAnswer(change, answer, keptBoth);
    return answer;
  }

  function pause(retryAfterMs: number | null) {
    failures += 1;
    options.onReach(true);
    later(retryAfterMs ?? Math.min(longestPauseMs, 1000 * 2 ** Math.min(failures - 1, 6)));
  }

  function later(ms: number) {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void send(), ms);
  }

  return {
    wake: () => void send(),
    close() {
      isClosed = true;
      letGo();
      clearTimeout(timer);
    },
  };
}

/** The oldest change that waits for nothing refused: of the same thing, or of the annotation that it stands under. */
function oldestFree(changes: readonly Change[]): Change | undefined {
  const blocked = new Set(changes.filter(({ refusal }) => refusal !== null).map(queueIdOf));
  return changes.find(
    (change) => !blocked.has(queueIdOf(change)) && !blocked.has(annotationIdOf(change)),
  );
}
