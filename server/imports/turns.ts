import "server-only";

export type Turn = { readonly ok: true; readonly release: () => void } | { readonly ok: false };

type Waiting = {
  readonly who: string;
  readonly start: () => void;
};

/**
 * Lets so many run at once, and each person only once; the others wait in the order in which they came, unless too many do.
 */
export function turns({ atOnce, waiting: mostWaiting }: { atOnce: number; waiting: number }) {
  const running = new Set<string>();
  const queue: Waiting[] = [];

  const isFree = (who: string) => running.size < atOnce && !running.has(who);

  function startNext(): void {
    const index = queue.findIndex(({ who }) => isFree(who));
    if (index >= 0) for (const { start } of queue.splice(index, 1)) start();
  }

  function take(who: string): () => void {
    running.add(who);
    let isDone = false;
    return () => {
      if (isDone) return;
      isDone = true;
      running.delete(who);
      startNext();
    };
  }

  /** Waits for a turn; `onWait` is told that it has to. Refused where too many wait, or when it is given up. */
  return function turn(who: string, signal: AbortSignal, onWait: () => void): Promise<Turn> {
    if (signal.aborted) return Promise.resolve({ ok: false });
    if (isFree(who)) return Promise.resolve({ ok: true, release: take(who) });
    if (queue.length >= mostWaiting) return Promise.resolve({ ok: false });
    onWait();
    return new Promise((done) => {
      const entry: Waiting = {
        who,
        start: () => {
          signal.removeEventListener("abort", giveUp);
          done({ ok: true, release: take(who) });
        },
      };
      const giveUp = () => {
        const index = queue.indexOf(entry);
        if (index >= 0) queue.splice(index, 1);
        done({ ok: false });
      };
      signal.addEventListener("abort", giveUp, { once: true });
      queue.push(entry);
    });
  };
}
