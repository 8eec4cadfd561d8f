import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccess } from "../audience/load-access";
import { liveHub, type Subscriber } from "./live-hub";
import { loadChanges } from "./load-changes";
import { messageFor } from "./message-for";

// Proxies and browsers give up a connection on which nothing comes for a minute.
const BEAT_MS = 25_000;
// What a browser missed while it was away; after more than this it had better read everything anew.
const MAX_MISSED = 500;
// Entries may commit out of order: a little before the last is told twice rather than never.
const OVERLAP = 50n;

// A browser that does not read is let go.
const MAX_WAITING = 1_000;
// After this the browser comes again and shows its session anew: one that was ended opens nothing for longer.
const LIFE_MS = 15 * 60_000;

const encoder = new TextEncoder();

type Wanted = {
  readonly viewer: Viewer | null;
  readonly articleIds: readonly string[];
  /** The last entry that this browser was told of (`Last-Event-ID`); `null` at its first connection. */
  readonly lastSeen: bigint | null;
};

/**
 * What happens on some articles as server-sent events: `message` with a `LiveMessage`, `ready` once nothing is missed
 * from here on, `reset` where too much was missed. The id of each is the entry's number in the change feed.
 */
export function openStream({ viewer, articleIds, lastSeen }: Wanted): ReadableStream<Uint8Array> {
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) < -MAX_WAITING) close();
        else controller.enqueue(encoder.encode(text));
      };
      const send = (event: string, sequence: bigint, value: unknown) =>
        write(`event: ${event}\nid: ${sequence}\ndata: ${JSON.stringify(value)}\n\n`);
      const close = () => {
        end();
        controller.close();
      };
      const subscriber: Subscriber = {
        viewer,
        articleIds: new Set(articleIds),
        onMessage: (sequence, message) => send("message", sequence, message),
        onEnd: close,
      };
      const beat = setInterval(() => write(":\n\n"), BEAT_MS).unref();
      const limit = setTimeout(close, LIFE_MS).unref();
      end = () => {
        clearInterval(beat);
        clearTimeout(limit);
        liveHub().unsubscribe(subscriber);
      };
      try {
        const from = await liveHub().subscribe(subscriber);
        await sendMissed({ viewer, articleIds, lastSeen }, from, send);
        send("ready", from, {});
      } catch (error) {
        end();
        throw error; // the browser asks again
      }
    },
    cancel: () => end(),
  });
}

type Send = (event: string, sequence: bigint, value: unknown) => void;

async function sendMissed(
  { viewer, articleIds, lastSeen }: Wanted,
  from: bigint,
  send: Send,
): Promise<void> {
  if (lastSeen === null || lastSeen >= from) return;
  const after = lastSeen > OVERLAP ? lastSeen - OVERLAP : 0n;
  const missed = await loadChanges(after, MAX_MISSED + 1, articleIds);
  if (missed.length > MAX_MISSED) return send("reset", from, {});
  const access = await loadAccess(viewer);
  for (const entry of missed) {
    const message = messageFor(access, entry);
    if (message) send("message", entry.sequence, message);
  }
}
