import * as z from "zod/mini";
import { type LiveMessage, liveMessageSchema } from "@/core/annotation/live-message";

type LiveListener = {
  readonly onMessage: (message: LiveMessage) => void;
  /** So much was missed that everything has to be asked for anew. */
  readonly onReset: () => void;
};

const eventSchema = z.object({ name: z.enum(["message", "reset", "ready"]), data: z.string() });

/**
 * Listens to what happens on an article: over the stream that all tabs of this browser share, or over one of this tab's
 * own where there are no shared workers, as long as the tab is looked at. `seen`: the entry of the change feed up to
 * which nothing is news. Returns what ends it.
 */
export function openLiveConnection(
  articleSlug: string,
  seen: string,
  listener: LiveListener,
): () => void {
  const take = (value: unknown) => {
    const event = eventSchema.safeParse(value);
    if (!event.success) return;
    if (event.data.name === "reset") listener.onReset();
    if (event.data.name !== "message") return;
    const message = liveMessageSchema.safeParse(JSON.parse(event.data.data));
    if (message.success && message.data.articleSlug === articleSlug)
      listener.onMessage(message.data);
  };
  return "SharedWorker" in globalThis
    ? shareStream(articleSlug, seen, take)
    : openOwnStream(articleSlug, seen, take);
}

function shareStream(article: string, seen: string, take: (value: unknown) => void): () => void {
  const { port } = new SharedWorker("/live-worker.js", { name: "zwiesprache-live" });
  const want = () => port.postMessage({ kind: "want", article, seen });
  const leave = () => port.postMessage({ kind: "leave" });
  port.addEventListener("message", ({ data }) => take(data));
  port.start();
  want();
  // A page in the cache of pages gone back to is frozen: it must not keep the stream open.
  globalThis.addEventListener("pagehide", leave);
  globalThis.addEventListener("pageshow", want);
  return () => {
    globalThis.removeEventListener("pagehide", leave);
    globalThis.removeEventListener("pageshow", want);
    leave();
    port.close();
  };
}

function openOwnStream(article: string, seen: string, take: (value: unknown) => void): () => void {
  let source: EventSource | null = null;
  let last = seen;

  const follow = () => {
    source?.close();
    source = null;
    if (document.hidden) return;
    const query = new URLSearchParams({ article, ...(last && { after: last }) });
    source = new EventSource(`/api/live?${query}`);
    for (const name of ["message", "reset", "ready"]) {
      source.addEventListener(name, (event) => {
        last = event.lastEventId;
        take({ name, data: event.data });
      });
    }
  };
  const session = new BroadcastChannel(sessionChannel);
  session.addEventListener("message", follow);
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    session.close();
    source?.close();
  };
}

const sessionChannel = "zwiesprache-session";

/** Tells every stream of this browser that whoever reads here is somebody else now. */
export function announceSession(): void {
  const channel = new BroadcastChannel(sessionChannel);
  channel.postMessage("changed");
  channel.close();
}
