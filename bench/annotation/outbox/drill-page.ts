import type { Annotation } from "@/core/annotation/annotation";
import { openAnnotationStore } from "@/ui/annotations/store/annotation-store";
import { openOutbox } from "@/ui/annotations/store/outbox";

// The reader's side of the drill: the store and the outbox as the reading page has them, moved from outside.

export type Act =
  | { readonly kind: "put"; readonly annotation: Annotation }
  | { readonly kind: "remove" | "restore"; readonly id: string };

declare global {
  interface Window {
    drill: {
      /** Does what is possible for a reader: only what is shown can be changed. Resolves when it is in the outbox. */
      act: (acts: readonly Act[]) => Promise<readonly boolean[]>;
      isLoaded: () => boolean;
      /** How many changes wait to be sent, and how many of them were refused. */
      waiting: () => Promise<{ readonly count: number; readonly refused: number }>;
      shown: () => readonly Annotation[];
    };
  }
}

const slug = new URLSearchParams(location.search).get("article") ?? "";
const outbox = await openOutbox();
let wished = 0;
let kept = 0;
const store = openAnnotationStore(
  slug,
  Promise.resolve({
    ...outbox,
    async add(wish, stamp) {
      await outbox.add(wish, stamp);
      kept += 1;
    },
  }),
);

function isShown(id: string): boolean {
  return store.getSnapshot().annotations.some(({ annotation }) => annotation.id === id);
}

function act(wanted: Act): boolean {
  const before = store.getSnapshot();
  if (wanted.kind === "put") store.put(wanted.annotation);
  else if (wanted.kind === "restore") store.restore(wanted.id);
  else if (isShown(wanted.id)) store.remove(wanted.id);
  const isDone = store.getSnapshot() !== before;
  if (isDone) wished += 1;
  return isDone;
}

window.drill = {
  async act(acts) {
    const done = acts.map(act);
    while (kept < wished) await new Promise((next) => setTimeout(next, 1));
    return done;
  },
  isLoaded: () => store.getSnapshot().isLoaded,
  async waiting() {
    const changes = await outbox.list();
    return {
      count: changes.length,
      refused: changes.filter(({ refusal }) => refusal !== null).length,
    };
  },
  shown: () => store.getSnapshot().annotations.map(({ annotation }) => annotation),
};

// The browser says that the connection is back far more often than it is: a night's pauses in a minute.
setInterval(() => window.dispatchEvent(new Event("online")), 40);
