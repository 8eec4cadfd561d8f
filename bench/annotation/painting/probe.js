// Runs before a page's own scripts: notes when the list of annotations has arrived and when they are on the screen.
{
  const probe = { listAt: null, shownAt: null };
  window.probe = probe;
  const read = Response.prototype.text;
  const parse = Response.prototype.json;
  const isList = (response) => response.url.includes("/api/articles/bench/annotations");
  Response.prototype.json = async function json() {
    const value = await parse.call(this);
    if (isList(this)) probe.listAt ??= performance.now();
    return value;
  };
  Response.prototype.text = async function text() {
    const value = await read.call(this);
    if (isList(this)) probe.listAt ??= performance.now();
    return value;
  };
  probe.painted = () => {
    let count = 0;
    for (const [name, ranges] of CSS.highlights) if (!name.startsWith("twin")) count += ranges.size;
    return count;
  };
  /** Resolves with the time at which as many passages were painted, after the frame that shows them. */
  probe.whenPainted = (count) => whenShown(() => probe.painted() >= count);
  const whenShown = (isThere) =>
    new Promise((done) => {
      const look = () => {
        if (!isThere()) return requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now());
        channel.port2.postMessage(null); // behind the rendering of this frame
      };
      requestAnimationFrame(look);
    });
  /** How long each frame took while the page scrolls by a quarter of a screen a frame. */
  probe.scroll = (count) =>
    new Promise((done) => {
      const times = [];
      let last = performance.now();
      const step = (now) => {
        times.push(now - last);
        last = now;
        window.scrollBy(0, 240);
        if (times.length < count) requestAnimationFrame(step);
        else done(times.slice(1));
      };
      requestAnimationFrame(step);
    });
  const ranges = () =>
    [...CSS.highlights].flatMap(([name, all]) => (name.startsWith("twin") ? [] : [...all]));
  /** From the next click to the frame in which a passage is painted that was not there before. */
  probe.fromClick = () =>
    new Promise((done) => {
      const before = new Set(ranges());
      const isThere = () => ranges().some((range) => !before.has(range));
      const listen = async (event) => {
        const at = await whenShown(isThere);
        done(at - event.timeStamp);
      };
      document.addEventListener("click", listen, { capture: true, once: true });
    });
  /** Resolves when the page has had nothing to do for a while. */
  probe.idle = () =>
    new Promise((done) => {
      const rest = (times) => (times === 0 ? done() : requestIdleCallback(() => rest(times - 1)));
      rest(20);
    });
}
