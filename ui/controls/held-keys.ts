import { isWriting } from "./is-writing";

type Held = { readonly atMs: number; readonly event: KeyboardEvent };

/** What a reader pressed longer ago they have given up waiting for. */
const KEPT_MS = 5000;

let held: readonly Held[] = [];
let listeners = 0;

/** Keeps the keys that nobody took, while those who would are still on the way. Returns what ends it. */
export function holdKeys(): () => void {
  held = [];
  function hold(event: KeyboardEvent) {
    if (listeners > 0) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Tab" || event.key === " " || isWriting(event.target)) return;
    held = [...held, { atMs: performance.now(), event }];
  }
  window.addEventListener("keydown", hold); // after all those of the document
  return () => window.removeEventListener("keydown", hold);
}

/** For whoever listens from now on: what was held is pressed once more. Returns what ends the listening. */
export function takeHeldKeys(): () => void {
  listeners += 1;
  void pressAgain();
  return () => {
    listeners -= 1;
  };
}

/** Each when the one before has had its effect. */
async function pressAgain(): Promise<void> {
  const kept = held.filter(({ atMs }) => performance.now() - atMs < KEPT_MS);
  held = [];
  for (const { event } of kept) {
    const { key, code, shiftKey, target } = event;
    if (!(target instanceof Element) || !target.isConnected) continue;
    const again = { key, code, shiftKey, bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent("keydown", again));
    await new Promise((shown) => requestAnimationFrame(shown));
  }
}
