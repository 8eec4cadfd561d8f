import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Locator, type Page } from "playwright";
import type { StoredAnnotation } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import { pointToOffset } from "@/core/annotation/side-text";
import type { Article } from "@/core/article/article";
import { languages } from "@/core/article/language";
import { browserOptions } from "@/e2e/browser-options";
import { twoDeep } from "@/ui/annotations/two-deep";
import { longArticle } from "./long-article";
import { makeAnnotations } from "./make-annotations";
import { processMemory } from "./process-memory";
import { type PageName, type Pages, servePages } from "./serve-pages";

declare global {
  interface Window {
    probe: {
      listAt: number | null;
      painted: () => number;
      whenPainted: (count: number) => Promise<number>;
      scroll: (frames: number) => Promise<number[]>;
      fromClick: () => Promise<number>;
      idle: () => Promise<void>;
    };
  }
}

const rows = 1000;
const many = 10_000;
const some = 1000;
const loads = 9; // the machine is never quite at rest: either median moves less
const selections = 30;
const scrollFrames = 180;
const longestMs = 30_000;
const recogitoMs = 45_000; // it is not what is measured here: so long, and no longer

const probe = readFileSync(new URL("./probe.js", import.meta.url), "utf8");

/** `npm run bench -- annotations [--json] [--recogito]`: ten thousand highlights against the least that a page could do. */
export async function annotationsBench(args: readonly string[]): Promise<number> {
  const options = { json: { type: "boolean" }, recogito: { type: "boolean" } } as const;
  const { json, recogito } = parseArgs({ args: [...args], options }).values;
  const article = longArticle(rows);
  const pages = await servePages(article);
  try {
    const annotations = makeAnnotations(article, many);
    pages.serve(annotations);
    // What lies under two others is not painted by us; the raw page paints all of it.
    const counts = { "our-page": many - countHidden(article, annotations), "raw-page": many };
    const visibleMs = await visible(pages, counts);
    const ours = await measure(pages, "our-page", counts["our-page"]);
    const raw = await measure(pages, "raw-page", counts["raw-page"]);
    const few = makeAnnotations(article, some);
    pages.serve(few);
    const selecting = await selectionToPainted(pages, some - countHidden(article, few));
    pages.serve(annotations);
    const compared = recogito ? await recogitoVisible(pages) : null;
    const report = {
      ...{ rows, highlights: many },
      visibleMs: {
        ours: visibleMs["our-page"],
        raw: visibleMs["raw-page"],
        recogito: compared,
      },
      scrollFrameP95Ms: { ours: ours.scrollFrameP95Ms, raw: raw.scrollFrameP95Ms },
      memoryMb: { ours: ours.memoryMb, raw: raw.memoryMb },
      selectionToPaintedMs: selecting,
    };
    console.log(json ? JSON.stringify(report, null, 2) : table(report, recogito === true));
    return 0;
  } finally {
    pages.close();
  }
}

async function measure(pages: Pages, name: MeasuredPage, count: number) {
  return inBrowser(async (browser, pid) => {
    const page = await opened(browser, pages, name);
    await painted(page, count);
    const scrollFrameP95Ms = await scrollFrames95(page);
    await page.evaluate(() => window.probe.idle());
    const memoryMb = Math.round(processMemory(pid));
    tell(`${name}: p95 frame ${scrollFrameP95Ms} ms, ${memoryMb} MB`);
    return { scrollFrameP95Ms, memoryMb };
  });
}

type MeasuredPage = Exclude<PageName, "recogito-page">;

/** From the list of annotations to the frame that shows them all; the median of several loads, in turn, so that both meet the same machine. */
async function visible(pages: Pages, counts: Readonly<Record<MeasuredPage, number>>) {
  return inBrowser(async (browser) => {
    const taken = { "our-page": [] as number[], "raw-page": [] as number[] };
    for (let load = 0; load < loads; load += 1) {
      for (const name of ["our-page", "raw-page"] as const) {
        const page = await opened(browser, pages, name);
        taken[name].push(await painted(page, counts[name]));
        await page.context().close();
      }
    }
    for (const [name, times] of Object.entries(taken)) {
      tell(`${name}: visible after ${times.map(Math.round).join(", ")} ms`);
    }
    const median = (name: MeasuredPage) => Math.round(percentile(taken[name], 0.5));
    return { "our-page": median("our-page"), "raw-page": median("raw-page") };
  });
}

/** Milliseconds from the list to the frame in which so many passages are painted. */
async function painted(page: Page, count: number): Promise<number> {
  const seen = page.evaluate(async (wanted) => {
    const shownAt = await window.probe.whenPainted(wanted);
    return shownAt - (window.probe.listAt ?? 0);
  }, count);
  const ms = await inTime(seen, longestMs);
  if (ms === null) throw new Error(`Not all ${count} passages are painted after ${longestMs} ms`);
  return ms;
}

/** Until Recogito's annotator has painted anything: it paints what is in the window alone. `null` where that takes too long. */
async function recogitoVisible(pages: Pages): Promise<number | null> {
  return inBrowser(async (browser) => {
    const page = await opened(browser, pages, "recogito-page");
    const seen = page.evaluate(async () => {
      const shownAt = await window.probe.whenPainted(1);
      return shownAt - (window.probe.listAt ?? 0);
    });
    const ms = await inTime(seen, recogitoMs);
    return ms === null ? null : Math.round(ms);
  });
}

/** `null` where it takes longer; what was asked of the page ends with its browser. */
async function inTime<Value>(value: Promise<Value>, ms: number): Promise<Value | null> {
  value.catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), ms);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}

async function scrollFrames95(page: Page): Promise<number> {
  const frames = await page.evaluate((count) => window.probe.scroll(count), scrollFrames);
  return rounded(percentile(frames, 0.95));
}

/** Marks words with the mouse where a thousand passages are marked: from the click on the colour to the frame that shows it. */
async function selectionToPainted(pages: Pages, count: number) {
  return inBrowser(async (browser) => {
    const page = await opened(browser, pages, "our-page");
    await painted(page, count);
    const taken: number[] = [];
    for (let index = 0; index < selections; index += 1) {
      const block = page.locator("[data-side=de] [data-block]").nth(3 + index * 2);
      await block.scrollIntoViewIfNeeded();
      const box = await block.boundingBox();
      if (!box) throw new Error("A block is not on the screen");
      await page.mouse.move(box.x + 8, box.y + 12);
      await page.mouse.down();
      await page.mouse.move(box.x + 180, box.y + 12, { steps: 4 });
      await page.mouse.up();
      const button = page.getByRole("button", { name: "Grün markieren" });
      await button.waitFor();
      const timing = page.evaluate(() => window.probe.fromClick());
      await press(page, button);
      const ms = await inTime(timing, longestMs);
      if (ms === null) throw new Error("What was marked is not painted");
      taken.push(ms);
    }
    return { p50: rounded(percentile(taken, 0.5)), p95: rounded(percentile(taken, 0.95)) };
  });
}

/** As a hand does, which stays down for a moment. Playwright's own click looks for what lies under it meanwhile, and that is not ours to count. */
async function press(page: Page, button: Locator): Promise<void> {
  const box = await button.boundingBox();
  if (!box) throw new Error("The button is not on the screen");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.mouse.up();
}

async function inBrowser<Value>(
  act: (browser: Browser, pid: number) => Promise<Value>,
): Promise<Value> {
  const server = await chromium.launchServer(browserOptions);
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    return await act(browser, server.process().pid ?? 0);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function opened(browser: Browser, pages: Pages, name: PageName): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "de-DE",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(longestMs);
  await page.addInitScript({ content: probe });
  await page.goto(pages.url(name));
  return page;
}

/** Passages of which nothing is painted, since two shorter ones lie over all of them. */
function countHidden(article: Article, annotations: readonly StoredAnnotation[]): number {
  return languages
    .flatMap((side) => {
      const text = articleSideText(article, side);
      const stretches = annotations
        .filter(({ anchor }) => anchor.side === side)
        .map(({ id, anchor }) => ({
          id,
          from: pointToOffset(text, anchor.start) ?? 0,
          to: pointToOffset(text, anchor.end) ?? 0,
        }));
      return [...twoDeep(stretches).pieces.values()];
    })
    .filter((pieces) => pieces.length === 0).length;
}

/** What is measured so far, beside the result. */
function tell(line: string): void {
  console.error(`  ${line}`);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

type Report = {
  readonly visibleMs: {
    readonly ours: number;
    readonly raw: number;
    readonly recogito: number | null;
  };
  readonly scrollFrameP95Ms: { readonly ours: number; readonly raw: number };
  readonly memoryMb: { readonly ours: number; readonly raw: number };
  readonly selectionToPaintedMs: { readonly p50: number; readonly p95: number };
};

function table(report: Report, hasRecogito: boolean): string {
  const { visibleMs, scrollFrameP95Ms, memoryMb, selectionToPaintedMs } = report;
  const line = (what: string, ours: number, raw: number, unit: string) =>
    `${what}: ${ours} ${unit}, raw ${raw} ${unit}, ${(ours / raw).toFixed(2)} ×`;
  return [
    line(`${many} highlights on ${rows} rows visible`, visibleMs.ours, visibleMs.raw, "ms"),
    ...(hasRecogito
      ? [`  in Recogito's text annotator: ${visibleMs.recogito ?? `more than ${recogitoMs}`} ms`]
      : []),
    line("scrolling, p95 frame", scrollFrameP95Ms.ours, scrollFrameP95Ms.raw, "ms"),
    line("memory of the browser's processes", memoryMb.ours, memoryMb.raw, "MB"),
    `selection to painted with ${some} present: p95 ${selectionToPaintedMs.p95} ms, median ${selectionToPaintedMs.p50} ms`,
  ].join("\n");
}
