import type { Annotation, StoredAnnotation } from "@/core/annotation/annotation";
import { applyChanges, type ShownAnnotation } from "./apply-changes";
import type { Change, Refusal } from "./change";
import { ensureSession } from "./ensure-session";
import { makeId } from "./make-id";
import type { Outbox } from "./outbox";
import { queueChange, type Wish } from "./queue-change";
import { type Answer, listAnnotations, sendChange } from "./send-change";
import { settleConflict } from "./settle-conflict";

/** How the reader's changes stand, in the order of what matters most to them. */
export type SyncState =
  | { readonly kind: "idle" | "saving" | "saved" | "waiting" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export type StoreSnapshot = {
  readonly isLoaded: boolean;
  readonly annotations: readonly ShownAnnotation[];
  readonly sync: SyncState;
  /** Set when two versions of a note met and both were kept; grows with each time. */
  readonly keptBoth: number;
};

/** The reader's annotations of one article: what they do shows at once and is sent in order, exactly once. */
export type AnnotationStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => StoreSnapshot;
  readonly put: (annotation: Annotation) => void;
  readonly remove: (id: string) => void;
  /** Brings back what was removed in this tab. */
  readonly restore: (id: string) => void;
  /** Sends again what was refused; what was deleted elsewhere comes back as a new annotation. */
  readonly retry: (id: string) => void;
  readonly close: () => void;
};

const flushLeaseMs = 25_000; // longer than a request may take
const heldLeaseMs = 1000;
const reloadPauseMs = 4000;
const messagePauseMs = 100; // another tab announces each step; one look at the end of them is enough
const longestPauseMs = 60_000;
const nobodyHome: Answer = { kind: "unreachable", retryAfterMs: null };
const channelName = "zwiesprache-annotations";

export function openAnnotationStore(
  articleSlug: string,
  outboxOpening: Promise<Outbox>,
): AnnotationStore {
  const tab = makeId();
  const lease = { name: "outbox", holder: tab };
  const listeners = new Set<() => void>();
  const stored = new Map<string, StoredAnnotation>();
  /** What was deleted here, to bring it back; with the revision its deletion got. */
  const removed = new Map<string, { annotation: Annotation; revision: number | null }>();
  const channel = new BroadcastChannel(channelName);
  let changes: readonly Change[] = [];
  let snapshot: StoreSnapshot = {
    isLoaded: false,
    annotations: [],
    sync: { kind: "idle" },
    keptBoth: 0,
  };
  let wishCount = 0;
  let isKept = true;
  let hasSession = false;
  let isUnreachable = false;
  let hasSaved = false;
  let failures = 0;
  let isFlushing = false;
  let isFlushDue = false;
  let lastOrder = 0;
  let acknowledged = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reloadTimer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  /** Writes to the outbox follow each other, so that what is read after one is what it left. */
  let writing: Promise<void> = Promise.resolve();

  function publish(part: Partial<StoreSnapshot> = {}) {
    if (isClosed) return;
    snapshot = {
      ...snapshot,
      annotations: applyChanges(stored, changes),
      sync: syncState(),
      ...part,
    };
    for (const listener of listeners) listener();
  }

  function syncState(): SyncState {
    if (!isKept) return { kind: "refused", refusal: "not-kept" };
    const refusal = changes.find((change) => change.refusal !== null)?.refusal;
    if (refusal) return { kind: "refused", refusal };
    if (changes.length === 0) return { kind: hasSaved ? "saved" : "idle" };
    return { kind: isUnreachable ? "waiting" : "saving" };
  }

  function stamp(): Pick<Change, "key" | "order" | "madeAt"> {
    lastOrder = Math.max(Date.now(), lastOrder + 1);
    return { key: makeId(), order: lastOrder, madeAt: new Date().toISOString() };
  }

  /** Shows a wish at once, then keeps it, then sends it. */
  function wish(wanted: Wish) {
    const stamped = stamp();
    const { id } = wanted.annotation;
    const queue = changes.filter((change) => change.annotation.id === id);
    const others = changes.filter((change) => change.annotation.id !== id);
    changes = [...others, ...queueChange(queue, wanted, stamped)];
    wishCount += 1;
    hasSaved = true;
    publish();
    writing = writing.then(() => keep(wanted, stamped));
    void writing.then(flush);
  }

  async function keep(wanted: Wish, stamped: ReturnType<typeof stamp>) {
    try {
      await (await outboxOpening).add(wanted, stamped);
      announce();
    } catch (error) {
      console.error("The outbox cannot be written:", error);
      isKept = false;
      publish();
    }
  }

  /** Reads the outbox, unless the reader goes on meanwhile: then what is in memory is newer, and it is read again. */
  async function refresh(outbox: Outbox): Promise<readonly Change[]> {
    for (;;) {
      const seen = wishCount;
      await writing;
      const kept = await outbox.list(articleSlug);
      if (seen !== wishCount) continue;
      changes = kept;
      return kept;
    }
  }

  function announce() {
    if (!isClosed) channel.postMessage({ articleSlug });
  }

  async function reload(): Promise<void> {
    const outbox = await outboxOpening;
    const kept = await refresh(outbox);
    lastOrder = Math.max(lastOrder, ...kept.map(({ order }) => order));
    publish();

    const before = acknowledged;
    const list = await listAnnotations(articleSlug);
    if (isClosed) return;
    if (!list) return reloadLater(reloadPauseMs);
    if (before !== acknowledged) return reload(); // the list may be older than what was saved meanwhile
    stored.clear();
    for (const annotation of list) stored.set(annotation.id, annotation);
    hasSession ||= list.length > 0;
    publish({ isLoaded: true });
  }

  function reloadLater(ms: number) {
    clearTimeout(reloadTimer);
    if (!isClosed) reloadTimer = setTimeout(() => void reload(), ms);
  }

  async function flush(): Promise<void> {
    if (isClosed) return;
    isFlushDue = true;
    if (isFlushing) return;
    isFlushing = true;
    clearTimeout(timer);
    const outbox = await outboxOpening;
    try {
      while (isFlushDue && !isClosed) {
        isFlushDue = false;
        await sendAll(outbox);
      }
    } catch (error) {
      console.error("The outbox cannot be sent:", error);
      later(reloadPauseMs);
    } finally {
      await outbox.releaseLease(lease).catch(() => undefined);
      isFlushing = false;
    }
    publish();
  }

  async function sendAll(outbox: Outbox): Promise<void> {
    let refusedSessions = 0;
    for (let next = nextOf(await refresh(outbox)); next; next = nextOf(await refresh(outbox))) {
      if (isClosed) return;
      if (!(await outbox.takeLease(lease, flushLeaseMs))) return later(heldLeaseMs);
      hasSession ||= await ensureSession(outbox, tab);
      const answer = hasSession ? await attempt(outbox, next.key) : nobodyHome;
      if (answer?.kind === "signed-out") refusedSessions += 1;
      if (answer?.kind === "unreachable") return unreachable(answer.retryAfterMs);
      if (refusedSessions > 1) return unreachable(null);
      failures = 0;
      isUnreachable = false;
    }
  }

  /** Claims a change and sends it; `null` when it was melted into another meanwhile. */
  async function attempt(outbox: Outbox, key: string): Promise<Answer | null> {
    const change = await outbox.claim(key);
    if (!change) return null;
    const answer = await sendChange(change);
    await take(outbox, change, answer);
    await refresh(outbox);
    publish();
    announce();
    return answer;
  }

  async function take(outbox: Outbox, change: Change, answer: Answer): Promise<void> {
    const { id } = change.annotation;
    acknowledged += 1;
    switch (answer.kind) {
      case "stored":
        stored.set(id, answer.annotation);
        return outbox.settle(change.key, answer.annotation.revision);
      case "deleted": {
        stored.delete(id);
        const known = removed.get(id);
        if (known) removed.set(id, { ...known, revision: answer.revision });
        return outbox.settle(change.key, answer.revision);
      }
      case "stale": {
        stored.set(id, answer.current);
        const queue = changes.filter((other) => other.annotation.id === id);
        const settled = settleConflict(queue, answer.current, stamp, makeId);
        await outbox.replaceQueue(id, settled.queue);
        if (settled.copy) await outbox.replaceQueue(settled.copy.annotation.id, [settled.copy]);
        if (settled.copy) publish({ keptBoth: snapshot.keptBoth + 1 });
        return;
      }
      case "gone": {
        if (change.kind !== "delete") {
          const refusal = change.kind === "create" ? "article-gone" : "deleted-elsewhere";
          return outbox.refuse(change.key, refusal);
        }
        stored.delete(id);
        return outbox.settle(change.key, null);
      }
      case "refused":
        return outbox.refuse(change.key, answer.refusal);
      case "signed-out":
        hasSession = false;
        return;
      case "unreachable":
        return;
    }
  }

  function unreachable(retryAfterMs: number | null) {
    isUnreachable = true;
    failures += 1;
    publish();
    later(retryAfterMs ?? Math.min(longestPauseMs, 1000 * 2 ** Math.min(failures - 1, 6)));
  }

  function later(ms: number) {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void flush(), ms);
  }

  function handleOnline() {
    failures = 0;
    void flush();
  }

  function handleShow(event: PageTransitionEvent) {
    if (event.persisted) void reload().then(flush);
  }

  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const message = event.data;
    if (typeof message !== "object" || message === null || !("articleSlug" in message)) return;
    if (message.articleSlug === articleSlug) reloadLater(messagePauseMs);
  });
  globalThis.addEventListener?.("online", handleOnline);
  globalThis.addEventListener?.("pageshow", handleShow);
  void reload().then(flush);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    put(annotation) {
      wish({ kind: "put", annotation, revision: stored.get(annotation.id)?.revision ?? null });
    },
    remove(id) {
      const shown = snapshot.annotations.find(({ annotation }) => annotation.id === id);
      if (!shown) return;
      const revision = stored.get(id)?.revision ?? null;
      removed.set(id, { annotation: shown.annotation, revision });
      wish({ kind: "delete", annotation: shown.annotation, revision });
    },
    restore(id) {
      const gone = removed.get(id);
      if (!gone) return;
      removed.delete(id);
      wish({ kind: "restore", annotation: gone.annotation, revision: gone.revision });
    },
    retry(id) {
      const refused = changes.filter(({ annotation }) => annotation.id === id).at(-1);
      if (!refused) return;
      if (refused.refusal === "deleted-elsewhere") {
        wish({ kind: "delete", annotation: refused.annotation, revision: null });
        wish({ kind: "put", annotation: { ...refused.annotation, id: makeId() }, revision: null });
        return;
      }
      wish({ kind: "put", annotation: refused.annotation, revision: refused.base });
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(reloadTimer);
      channel.close();
      globalThis.removeEventListener?.("online", handleOnline);
      globalThis.removeEventListener?.("pageshow", handleShow);
    },
  };
}

/** The oldest change whose annotation has nothing refused before it. */
function nextOf(changes: readonly Change[]): Change | undefined {
  const blocked = new Set<string>();
  for (const { refusal, annotation } of changes) if (refusal) blocked.add(annotation.id);
  return changes.find(({ annotation }) => !blocked.has(annotation.id));
}
