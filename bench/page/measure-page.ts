import type { Browser, CDPSession, Page } from "@playwright/test";

/** What one visit with an empty cache costs; bytes as they come over the wire. */
export type Visit = {
  readonly transferBytes: number;
  readonly fontBytes: number;
  readonly fontFiles: number;
  readonly scriptBytes: number;
  readonly documentBytes: number;
  readonly lcpMs: number;
  readonly mainThreadMs: number;
  readonly cls: number;
};

/** What the reader's first move brings about in a page that rested. */
export type FirstMove = {
  readonly transferBytes: number;
  readonly scriptBytes: number;
  /** From the move until the text hears keys and the pointer. */
  readonly heardMs: number;
  readonly mainThreadMs: number;
};

declare global {
  interface Window {
    benchPage: { lcpMs: number; cls: number; heardAtMs: number };
  }
}

const settleMs = 1500;

/** Opens a page in a new context and waits until it has come to rest. */
export async function measureVisit(browser: Browser, url: string): Promise<Visit> {
  return (await measure(browser, url, false)).visit;
}

/** The same, and then the first move of the pointer. Fails where nothing listens after it. */
export async function measureMoved(
  browser: Browser,
  url: string,
): Promise<{ readonly visit: Visit; readonly firstMove: FirstMove }> {
  const { visit, firstMove } = await measure(browser, url, true);
  if (!firstMove) throw new Error("The first move was not measured");
  return { visit, firstMove };
}

async function measure(browser: Browser, url: string, moves: boolean) {
  const context = await browser.newContext({ viewport: { width: 1350, height: 940 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const sizes = await watchNetwork(session);
    await session.send("Performance.enable");
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await new Promise((rest) => setTimeout(rest, settleMs));
    const { lcpMs, cls } = await page.evaluate(() => window.benchPage);
    const visit = { ...sizes(), lcpMs, cls, mainThreadMs: await mainThreadMs(session) };
    await assertFontsKeepTheirPlace(page);
    if (!moves) return { visit, firstMove: null };

    const movedAtMs = await page.evaluate(() => performance.now());
    await page.mouse.move(300, 300);
    await page.waitForFunction(() => window.benchPage.heardAtMs > 0);
    await new Promise((rest) => setTimeout(rest, settleMs));
    const after = sizes();
    const heardAtMs = await page.evaluate(() => window.benchPage.heardAtMs);
    const firstMove = {
      transferBytes: after.transferBytes - visit.transferBytes,
      scriptBytes: after.scriptBytes - visit.scriptBytes,
      heardMs: heardAtMs - movedAtMs,
      mainThreadMs: (await mainThreadMs(session)) - visit.mainThreadMs,
    };
    return { visit, firstMove };
  } finally {
    await context.close();
  }
}

async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value;
  if (seconds === undefined) throw new Error("The browser does not say how long its tasks took");
  return seconds * 1000;
}

/** Runs in the page, before anything of its own. */
function observe(): void {
  window.benchPage = { lcpMs: 0, cls: 0, heardAtMs: 0 };
  addEventListener("reading", () => {
    window.benchPage.heardAtMs = performance.now();
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchPage.lcpMs = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ("value" in entry && typeof entry.value === "number") window.benchPage.cls += entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

async function watchNetwork(session: CDPSession) {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  let fontFiles = 0;
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (response.url.startsWith("data:")) return;
    kinds.set(requestId, type);
    if (type === "Font") fontFiles += 1;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind !== undefined) bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  return () => {
    const fontBytes = bytes.get("Font") ?? 0;
    return {
      transferBytes: [...bytes.values()].reduce((sum, size) => sum + size, 0) - fontBytes,
      fontBytes,
      fontFiles,
      scriptBytes: bytes.get("Script") ?? 0,
      documentBytes: bytes.get("Document") ?? 0,
    };
  };
}

/** A visit that ended before its fonts came would be measured too well. */
async function assertFontsKeepTheirPlace(page: Page): Promise<void> {
  const status = await page.evaluate(() => document.fonts.status);
  if (status !== "loaded") throw new Error(`The page had not come to rest: fonts are ${status}`);
}
