import * as z from "zod/mini";
import {
  type Annotation,
  type StoredAnnotation,
  storedAnnotationSchema,
} from "@/core/annotation/annotation";
import { type Reply, type StoredReply, storedReplySchema } from "@/core/annotation/reply";
import { applyChanges, type ShownAnnotation } from "./apply-changes";
import {
  annotationIdOf,
  articleSlugOf,
  type Change,
  queueIdOf,
  type Refusal,
  type Stamp,
} from "./change";
import { makeId } from "./make-id";
import type { Hindrance, Outbox } from "./outbox";
import { openOutboxSender } from "./outbox-sender";
import { queueChange, type Wish } from "./queue-change";
import { type Answer, listAnnotations } from "./send-change";

/** How the reader's changes stand. */
export type SyncState =
  | { readonly kind: "idle" | "saving" | "saved" | "waiting" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "hindered"; readonly hindrance: Hindrance };

export type StoreSnapshot = {
  /** Whether the server's annotations have arrived. */
  readonly isLoaded: boolean;
  /** Up to where they are complete: what is told of later changes belongs on top. */
  readonly seen: string | null;
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
  readonly putReply: (reply: Reply) => void;
  readonly removeReply: (id: string) => void;
  /** Brings back a reply that was removed in this tab. */
  readonly restoreReply: (id: string) => void;
  readonly retryReply: (id: string) => void;
  readonly resolve: (annotationId: string, isResolved: boolean) => void;
  /** Asks for one annotation and its thread, unless this state of it is known already; `null`: in any case. */
  readonly refetch: (id: string, revision: number | null) => void;
  /** Says what stands between this tab and the outbox; `null` when nothing does any more. */
  readonly hinder: (hindrance: Hindrance | null) => void;
  /** Asks for all of them. */
  readonly reload: () => void;
  readonly close: () => void;
};

const reloadPauseMs = 4000;

/** What one tab tells the others: that the outbox has changed, and what the server has now where that is known. */
const messageSchema = z.strictObject({
  articleSlug: z.string(),
  saved: z.nullable(storedAnnotationSchema),
  deleted: z.nullable(z.strictObject({ id: z.string(), revision: z.nullable(z.number()) })),
  reply: z.nullable(storedReplySchema),
  resolution: z.nullable(z.strictObject({ id: z.string(), resolvedAt: z.nullable(z.string()) })),
});
const noNews = { saved: null, deleted: null, reply: null, resolution: null };
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
  const storedReplies = new Map<string, StoredReply>();
  /** What was deleted here, to bring it back, with the revision its deletion got. */
  const removed = new Map<string, { annotation: Annotation; revision: number | null }>();
  const removedReplies = new Map<string, { reply: Reply; revision: number | null }>();
  let changes: readonly Change[] = [];
  let snapshot: StoreSnapshot = {
    isLoaded: false,
    seen: null,
    annotations: [],
    sync: { kind: "idle" },
    keptBoth: 0,
  };
  let isKept = true;
  let hindrance: Hindrance | null = null;
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
    const annotations = applyChanges({ annotations: stored, replies: storedReplies }, changes);
    snapshot = { ...snapshot, annotations, sync: syncState(), ...part };
    for (const listener of listeners) listener();
  }

  function syncState(): SyncState {
    if (hindrance) return { kind: "hindered", hindrance };
    if (!isKept) return { kind: "refused", refusal: "not-kept" };
    const refusal = changes.find((change) => change.refusal !== null)?.refusal;
    if (refusal) return { kind: "refused", refusal };
    if (changes.length === 0) return { kind: hasChanged ? "saved" : "idle" };
    return { kind: isUnreachable ? "waiting" : "saving" };
  }

  function stamp(): Stamp {
    lastOrder = Math.max(Date.now(), lastOrder + 1);
    return { key: makeId(), order: lastOrder, madeAt: new Date().toISOString() };
  }

  /** Shows a wish at once, then keeps it, then sends it. */
  function wish(wanted: Wish) {
    const stamped = stamp();
    const queueId = queueIdOf(wanted);
    const queue = changes.filter((change) => queueIdOf(change) === queueId);
    const others = changes.filter((change) => queueIdOf(change) !== queueId);
    changes = [...others, ...queueChange(queue, wanted, stamped)];
    wishCount += 1;
    hasChanged = true;
    publish();
    writing = writing.then(() => keep(wanted, stamped));
    void writing.then(sender.wake);
  }

  async function keep(wanted: Wish, stamped: Stamp) {
    try {
      await (await outboxOpening).add(wanted, stamped);
      announce({ articleSlug, ...noNews });
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
    for (const annotation of list.annotations) stored.set(annotation.id, annotation);
    storedReplies.clear();
    for (const reply of list.replies) storedReplies.set(reply.id, reply);
    publish({ isLoaded: true, seen: list.seen });
  }

  async function refetch(id: string): Promise<void> {
    const before = answerCount;
    const list = await listAnnotations(articleSlug, id);
    if (signal.aborted || !list) return;
    if (before !== answerCount) return refetch(id);
    const [annotation] = list.annotations;
    if (annotation) stored.set(id, annotation);
    else stored.delete(id);
    for (const reply of storedReplies.values()) {
      if (reply.annotationId === id) storedReplies.delete(reply.id);
    }
    for (const reply of list.replies) storedReplies.set(reply.id, reply);
    publish();
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
  function learn({ saved, deleted, reply, resolution }: Message) {
    answerCount += 1;
    if (saved) stored.set(saved.id, saved);
    if (reply) storedReplies.set(reply.id, reply);
    const resolved = resolution && stored.get(resolution.id);
    if (resolved) stored.set(resolved.id, { ...resolved, resolvedAt: resolution.resolvedAt });
    if (deleted) forget(deleted.id, deleted.revision);
  }

  /** An annotation, or a reply; of that its place stays, in case the thread goes on. */
  function forget(id: string, revision: number | null) {
    stored.delete(id);
    const gone = removed.get(id);
    if (gone) removed.set(id, { ...gone, revision });
    const reply = storedReplies.get(id);
    if (reply) storedReplies.set(id, { ...reply, note: null, author: null });
    const goneReply = removedReplies.get(id);
    if (goneReply) removedReplies.set(id, { ...goneReply, revision });
  }

  function isHere(change: Change): boolean {
    return articleSlugOf(change) === articleSlug;
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
    if (Object.values({ ...news.data, articleSlug: null }).some((one) => one !== null))
      learn(news.data);
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
      const refused = changes.findLast((change) => queueIdOf(change) === id);
      if (!refused || !("annotation" in refused)) return;
      const { annotation, base } = refused;
      if (refused.refusal !== "deleted-elsewhere") {
        return wish({ kind: "put", annotation, revision: base });
      }
      wish({ kind: "delete", annotation, revision: null });
      wish({ kind: "put", annotation: { ...annotation, id: makeId() }, revision: null });
    },
    putReply(reply) {
      const revision = storedReplies.get(reply.id)?.revision ?? null;
      wish({ kind: "put", reply, articleSlug, revision });
    },
    removeReply(id) {
      const shown = snapshot.annotations.flatMap(({ replies }) => replies);
      const found = shown.find((reply) => reply.id === id);
      if (!found?.note) return;
      const { annotationId, note } = found;
      const revision = storedReplies.get(id)?.revision ?? null;
      const reply = { id, annotationId, note };
      removedReplies.set(id, { reply, revision });
      wish({ kind: "delete", reply, articleSlug, revision });
    },
    restoreReply(id) {
      const gone = removedReplies.get(id);
      if (!gone) return;
      removedReplies.delete(id);
      wish({ kind: "restore", articleSlug, ...gone });
    },
    retryReply(id) {
      const refused = changes.findLast((change) => queueIdOf(change) === id);
      if (!refused || !("reply" in refused)) return;
      wish({ kind: "put", reply: refused.reply, articleSlug, revision: refused.base });
    },
    resolve(annotationId, isResolved) {
      const isKnown = stored.get(annotationId)?.resolvedAt != null;
      const kind = isResolved ? "put" : "delete";
      wish({ kind, resolution: annotationId, articleSlug, revision: isKnown ? 1 : null });
    },
    refetch(id, revision) {
      const isKnown = revision !== null && (stored.get(id)?.revision ?? 0) >= revision;
      if (!isKnown) void refetch(id);
    },
    hinder(next) {
      hindrance = next;
      if (next === "newer-tab") sender.close(); // for good: what this tab knew is sent by the other
      publish();
    },
    reload: () => void reload(),
    close() {
      listening.abort();
      clearTimeout(reloadTimer);
      sender.close();
      channel.close();
    },
  };
}

function newsOf(change: Change, answer: Answer): Message {
  const nothing = { articleSlug: articleSlugOf(change), ...noNews };
  const id = "reply" in change ? change.reply.id : annotationIdOf(change);
  switch (answer.kind) {
    case "stored":
      return { ...nothing, saved: answer.annotation };
    case "stale":
      return { ...nothing, saved: answer.current };
    case "replied":
      return { ...nothing, reply: answer.reply };
    case "stale-reply":
      return { ...nothing, reply: answer.current };
    case "resolution":
      return { ...nothing, resolution: { id, resolvedAt: answer.resolvedAt } };
    case "deleted":
      return { ...nothing, deleted: { id, revision: answer.revision } };
    case "gone":
      return "resolution" in change ? nothing : { ...nothing, deleted: { id, revision: null } };
    default:
      return nothing;
  }
}
