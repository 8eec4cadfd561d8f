import { z } from "zod";
import {
  type Annotation,
  type StoredAnnotation,
  storedAnnotationSchema,
} from "@/core/annotation/annotation";
import { applyChanges, type ShownAnnotation } from "./apply-changes";
import type { Change, Refusal } from "./change";
import { makeId } from "./make-id";
import type { Outbox } from "./outbox";
import { openOutboxSender } from "./outbox-sender";
import { queueChange, type Wish } from "./queue-change";
import { type Answer, listAnnotations } from "./send-change";

/** How the reader's changes stand. */
export type SyncState =
  | { readonly kind: "idle" | "saving" | "saved" | "waiting" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export type StoreSnapshot = {
  /** Whether the server's annotations have arrived. */
  readonly isLoaded: boolean;
  readonly annotations: readonly ShownAnnotation[];
  readonly sync: SyncState;
  /** How often two versions of a note met and both were kept. */
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

const reloadPauseMs = 4000;

/** What one tab tells the others: that the outbox has changed, and what the server has now where that is known. */
const messageSchema = z.strictObject({
  articleSlug: z.string(),
  saved: storedAnnotationSchema.nullable(),
  deleted: z.strictObject({ id: z.string(), revision: z.number().nullable() }).nullable(),
});
type Message = z.infer<typeof messageSchema>;

/** Opens the store of an article over the outbox that all articles and tabs of this browser share. */
export function openAnnotationStore(
  articleSlug: string,
  outboxOpening: Promise<Outbox>,
): AnnotationStore {
  const listeners = new Set<() => void>();
  const listening = new AbortController();
  const { signal } = listening;
  const channel = new BroadcastChannel("zwiesprache-annotations");
  const stored = new Map<string, StoredAnnotation>();
  /** What was deleted here, to bring it back, with the revision its deletion got. */
  const removed = new Map<string, { annotation: Annotation; revision: number | null }>();
  let changes: readonly Change[] = [];
  let snapshot: StoreSnapshot = {
    isLoaded: false,
    annotations: [],
    sync: { kind: "idle" },
    keptBoth: 0,
  };
  let isKept = true;
  let isUnreachable = false;
  let hasChanged = false;
  let wishCount = 0;
  let answerCount = 0;
  let lastOrder = 0;
  let reloadTimer: ReturnType<typeof setTimeout> | undefined;
  /** Writes to the outbox follow each other, so that what is read after one is what it left. */
  let writing: Promise<void> = Promise.resolve();

  const sender = openOutboxSender({
    outbox: outboxOpening,
    stamp,
    written: () => writing,
    onAnswer: takeAnswer,
    onReach(next) {
      if (isUnreachable === next) return;
      isUnreachable = next;
      publish();
    },
  });

  function publish(part: Partial<StoreSnapshot> = {}) {
    if (signal.aborted) return;
    const annotations = applyChanges(stored, changes);
    snapshot = { ...snapshot, annotations, sync: syncState(), ...part };
    for (const listener of listeners) listener();
  }

  function syncState(): SyncState {
    if (!isKept) return { kind: "refused", refusal: "not-kept" };
    const refusal = changes.find((change) => change.refusal !== null)?.refusal;
    if (refusal) return { kind: "refused", refusal };
    if (changes.length === 0) return { kind: hasChanged ? "saved" : "idle" };
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
    hasChanged = true;
    publish();
    writing = writing.then(() => keep(wanted, stamped));
    void writing.then(sender.wake);
  }

  async function keep(wanted: Wish, stamped: ReturnType<typeof stamp>) {
    try {
      await (await outboxOpening).add(wanted, stamped);
      announce({ articleSlug, saved: null, deleted: null });
    } catch (error) {
      console.error("The outbox cannot be written:", error);
      isKept = false;
      publish();
    }
  }

  /** Reads the outbox, unless the reader goes on meanwhile: then what is in memory is newer, and it is read again. */
  async function refresh() {
    const outbox = await outboxOpening;
    for (let seen = -1; seen !== wishCount; ) {
      seen = wishCount;
      await writing;
      const kept = await outbox.list();
      if (seen === wishCount) changes = kept.filter(isHere);
    }
    lastOrder = Math.max(lastOrder, ...changes.map(({ order }) => order));
  }

  async function reload(): Promise<void> {
    await refresh();
    publish();
    const before = answerCount;
    const list = await listAnnotations(articleSlug);
    if (signal.aborted) return;
    if (!list) return reloadLater(reloadPauseMs);
    if (before !== answerCount) return reload(); // the list may be older than what was saved meanwhile
    stored.clear();
    for (const annotation of list) stored.set(annotation.id, annotation);
    publish({ isLoaded: true });
  }

  function reloadLater(ms: number) {
    clearTimeout(reloadTimer);
    if (!signal.aborted) reloadTimer = setTimeout(() => void reload(), ms);
  }

  async function takeAnswer(change: Change, answer: Answer, keptBoth: boolean) {
    const news = newsOf(change, answer);
    if (isHere(change)) learn(news);
    await refresh();
    publish(keptBoth ? { keptBoth: snapshot.keptBoth + 1 } : {});
    announce(news);
  }

  /** Takes over what the server has, as this tab or another was told. */
  function learn({ saved, deleted }: Message) {
    answerCount += 1;
    if (saved) stored.set(saved.id, saved);
    if (!deleted) return;
    stored.delete(deleted.id);
    const gone = removed.get(deleted.id);
    if (gone) removed.set(deleted.id, { ...gone, revision: deleted.revision });
  }

  function isHere(change: Change): boolean {
    return change.annotation.articleSlug === articleSlug;
  }

  function announce(news: Message) {
    if (!signal.aborted) channel.postMessage(news);
  }

  function shownNow(id: string): ShownAnnotation | undefined {
    return snapshot.annotations.find(({ annotation }) => annotation.id === id);
  }

  channel.addEventListener("message", async (event: MessageEvent<unknown>) => {
    const news = messageSchema.safeParse(event.data);
    if (!news.success || news.data.articleSlug !== articleSlug) return;
    if (news.data.saved || news.data.deleted) learn(news.data);
    await refresh();
    publish();
  });
  globalThis.addEventListener?.("online", sender.wake, { signal });
  globalThis.addEventListener?.(
    "pageshow",
    (event) => {
      if (event.persisted) void reload().then(sender.wake); // back from the page cache: it may have slept for days
    },
    { signal },
  );
  void reload();
  sender.wake();

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
      const annotation = shownNow(id)?.annotation;
      if (!annotation) return;
      const revision = stored.get(id)?.revision ?? null;
      removed.set(id, { annotation, revision });
      wish({ kind: "delete", annotation, revision });
    },
    restore(id) {
      const gone = removed.get(id);
      if (!gone) return;
      removed.delete(id);
      wish({ kind: "restore", ...gone });
    },
    retry(id) {
      const refused = changes.findLast(({ annotation }) => annotation.id === id);
      if (!refused) return;
      const { annotation, base } = refused;
      if (refused.refusal !== "deleted-elsewhere") {
        return wish({ kind: "put", annotation, revision: base });
      }
      wish({ kind: "delete", annotation, revision: null });
      wish({ kind: "put", annotation: { ...annotation, id: makeId() }, revision: null });
    },
    close() {
      listening.abort();
      clearTimeout(reloadTimer);
      sender.close();
      channel.close();
    },
  };
}

function newsOf({ annotation }: Change, answer: Answer): Message {
  const { id, articleSlug } = annotation;
  const nothing = { articleSlug, saved: null, deleted: null };
  if (answer.kind === "stored") return { ...nothing, saved: answer.annotation };
  if (answer.kind === "stale") return { ...nothing, saved: answer.current };
  if (answer.kind === "deleted") return { ...nothing, deleted: { id, revision: answer.revision } };
  return answer.kind === "gone" ? { ...nothing, deleted: { id, revision: null } } : nothing;
}
