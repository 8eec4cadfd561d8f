const prefix = "zwiesprache-tab-";

/**
 * Says to the other tabs that this one lives, until it is left or the function it returns is called. A tab that was
 * closed, reloaded or killed lets go by itself. Browsers have locks over HTTPS alone.
 */
export function holdTab(id: string): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let letGo = () => {};

  function hold() {
    letGo();
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    globalThis.navigator?.locks?.request(prefix + id, () => held).catch(() => undefined);
  }

  hold();
  // A page that holds a lock is not kept for Back.
  globalThis.addEventListener?.("pagehide", () => letGo(), { signal });
  globalThis.addEventListener?.("pageshow", (event) => event.persisted && hold(), { signal });
  return () => {
    listening.abort();
    letGo();
  };
}

/** Says which tabs are gone, as far as the browser knows; where it does not, none is. */
export async function goneTabs(): Promise<(id: string) => boolean> {
  const locks = await globalThis.navigator?.locks?.query().catch(() => undefined);
  if (!locks) return () => false;
  const living = new Set([...(locks.held ?? []), ...(locks.pending ?? [])].map(({ name }) => name));
  return (id) => !living.has(prefix + id);
}
