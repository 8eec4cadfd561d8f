import "server-only";
import type { LiveMessage } from "@/core/annotation/live-message";
import type { Access } from "@/core/audience/access";
import type { Viewer } from "@/core/viewer/viewer";
import { loadAccesses } from "../audience/load-access";
import { listen } from "./listen";
import { type FeedEntry, lastSequence, loadChanges } from "./load-changes";
import { messageFor } from "./message-for";

export type Subscriber = {
  readonly viewer: Viewer | null;
  readonly articleIds: ReadonlySet<string>;
  readonly onMessage: (sequence: bigint, message: LiveMessage) => void;
  /** The process ends, or the subscriber has to ask anew. */
  readonly onEnd: () => void;
};

const BATCH = 500;
// A transaction may commit after one that began later and has a higher number. As long as it can, a gap is waited for.
const GAP_MS = 20_000;

/** The subscribers of this process, and how far it has read the feed. It listens as long as there is one. */
class LiveHub {
  readonly #subscribers = new Set<Subscriber>();
  readonly #beyondGap = new Set<bigint>();
  #cursor = 0n;
  #begun: Promise<() => void> | null = null;
  #reading: Promise<void> | null = null;
  #isAskedAgain = false;

  /** Resolves with the number of the entry from which on the subscriber is told everything. */
  async subscribe(subscriber: Subscriber): Promise<bigint> {
    this.#subscribers.add(subscriber);
    this.#begun ??= this.#begin();
    await this.#begun;
    return this.#cursor;
  }

  unsubscribe(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    if (this.#subscribers.size > 0) return;
    void this.#begun?.then((end) => end());
    this.#begun = null;
  }

  async #begin(): Promise<() => void> {
    this.#cursor = await lastSequence();
    this.#beyondGap.clear();
    const stopListening = listen(() => this.#read());
    process.once("SIGTERM", this.#endAll);
    process.once("SIGINT", this.#endAll);
    return () => {
      stopListening();
      process.off("SIGTERM", this.#endAll);
      process.off("SIGINT", this.#endAll);
    };
  }

  readonly #endAll = (): void => {
    for (const subscriber of [...this.#subscribers]) subscriber.onEnd();
  };

  #read(): void {
    if (this.#reading) {
      this.#isAskedAgain = true;
      return;
    }
    this.#reading = this.#readOn()
      .catch((error: unknown) => console.error(`The change feed cannot be read: ${String(error)}`))
      .finally(() => {
        this.#reading = null;
        if (!this.#isAskedAgain) return;
        this.#isAskedAgain = false;
        this.#read();
      });
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const entries = await loadChanges(this.#cursor, BATCH);
      const fresh = entries.filter(({ sequence }) => !this.#beyondGap.has(sequence));
      await this.#tell(fresh);
      for (const { sequence } of fresh) this.#beyondGap.add(sequence);
      const before = this.#cursor;
      this.#advance(entries);
      if (entries.length < BATCH || this.#cursor === before) return;
    }
  }

  /** Up to the first gap that somebody may still fill. */
  #advance(entries: readonly FeedEntry[]): void {
    for (const { sequence, createdAt } of entries) {
      const isNext = sequence === this.#cursor + 1n;
      if (!isNext && Date.now() - createdAt.getTime() < GAP_MS) return;
      this.#cursor = sequence;
      this.#beyondGap.delete(sequence);
    }
  }

  async #tell(entries: readonly FeedEntry[]): Promise<void> {
    const articleIds = new Set(entries.map(({ annotation }) => annotation.article.id));
    const concerned = [...this.#subscribers].filter((subscriber) =>
      [...subscriber.articleIds].some((id) => articleIds.has(id)),
    );
    if (concerned.length === 0) return;
    const viewers = concerned.flatMap(({ viewer }) => (viewer ? [viewer] : []));
    const accesses = entries.some(isForSome)
      ? await loadAccesses(viewers)
      : new Map<string, Access>();
    for (const { viewer, articleIds: wanted, onMessage } of concerned) {
      const access = accesses.get(viewer?.id ?? "") ?? { viewer, memberships: [], grants: [] };
      for (const entry of entries) {
        if (!wanted.has(entry.annotation.article.id)) continue;
        const message = messageFor(access, entry);
        if (message) onMessage(entry.sequence, message);
      }
    }
  }
}

/** Whether it takes more than who somebody is to say if they may be told. */
function isForSome({ annotation, former }: FeedEntry): boolean {
  const audiences = [annotation.audience, annotation.article.audience, former?.audience];
  return audiences.includes("group") || annotation.article.audience === "link";
}

declare global {
  // Every route is a bundle of its own; the process has one hub.
  var zwiespracheLiveHub: LiveHub | undefined;
}

export function liveHub(): LiveHub {
  globalThis.zwiespracheLiveHub ??= new LiveHub();
  return globalThis.zwiespracheLiveHub;
}
