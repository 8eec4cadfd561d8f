// One stream of changes for all tabs of a browser: it opens six connections to a host at most, and each tab with a
// stream of its own would take one. Messages are those of ui/live/live-connection.ts.
const ports = new Map(); // each tab's port → the article it shows
let source = null;
let last = "";
let rest = null;

self.addEventListener("connect", (event) => {
  const [port] = event.ports;
  port.addEventListener("message", ({ data }) => {
    if (data.kind === "want") {
      ports.set(port, data.article);
      // Told again is harmless; what happened between the tab's loading and now must not be missed.
      if (data.seen && (last === "" || Number(data.seen) < Number(last))) last = data.seen;
    }
    if (data.kind === "leave") ports.delete(port);
    open();
  });
  port.start();
});

// Somebody signed in, or out: what they may see has changed.
new BroadcastChannel("zwiesprache-session").addEventListener("message", open);

/** A new stream for what the tabs want now; soon, since tabs come and go in groups. */
function open() {
  clearTimeout(rest);
  rest = setTimeout(() => {
    source?.close();
    source = null;
    const articles = [...new Set(ports.values())].sort();
    if (articles.length === 0) return;
    const query = new URLSearchParams(articles.map((article) => ["article", article]));
    if (last) query.set("after", last);
    source = new EventSource(`/api/live?${query}`);
    for (const name of ["message", "reset", "ready"]) {
      source.addEventListener(name, (event) => {
        last = event.lastEventId;
        for (const port of ports.keys()) port.postMessage({ name, data: event.data });
      });
    }
    source.addEventListener("error", () => {
      // Closed for good: refused, or no such article. A later tab may have better luck.
      if (source?.readyState === EventSource.CLOSED) rest = setTimeout(open, 30_000);
    });
  }, 50);
}
