/** Acts when the page has nothing else to do, and after ten seconds at the latest. Returns what calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(act, { timeout: 10_000 });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(act, 3000); // Safari has no idle callbacks
  return () => clearTimeout(timer);
}
