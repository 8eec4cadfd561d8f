import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright";
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
const loads = 3;
const selections = 30;
const scrollFrames = 180;
const longestMs = 60_000;

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
    const ours = await measure(pages, "our-page", many - countHidden(article, annotations));
    const raw = await measure(pages, "raw-page", many);
    const compared = recogito
      ? await visible(pages, "recogito-page", { count: many, times: 1 })
      : null;
    if (compared) tell(`Recogito: ${compared.visibleMs} ms`);
    const few = makeAnnotations(article, some);
    pages.serve(few);
    const selecting = await selectionToPainted(pages, some - countHidden(article, few));
    const report = {
      ...{ rows, highlights: many },
      visibleMs: {
        ours: ours.visibleMs,
        raw: raw.visibleMs,
        recogito: compared?.visibleMs ?? null,
      },
      scrollFrameP95Ms: { ours: ours.scrollFrameP95Ms, raw: raw.scrollFrameP95Ms },
      memoryMb: { ours: ours.memoryMb, raw: raw.memoryMb },
      selectionToPaintedMs: selecting,
    };
    console.log(json ? JSON.stringify(report, null, 2) : table(report));
    return 0;
  } finally {
    pages.close();
  }
}

async function measure(pages: Pages, name: PageName, count: number) {
  const { visibleMs } = await visible(pages, name, { count, times: loads });
  tell(`${name}: visible after ${visibleMs} ms`);
  return inBrowser(async (browser, pid) => {
    const page = await opened(browser, pages, name);
    await page.evaluate((wanted) => window.probe.whenPainted(wanted), count);
    const scrollFrameP95Ms = await scrollFrames95(page);
    await page.evaluate(() => window.probe.idle());
    const memoryMb = Math.round(processMemory(pid));
    tell(`${name}: p95 frame ${scrollFrameP95Ms} ms, ${memoryMb} MB`);
    return { visibleMs, scrollFrameP95Ms, memoryMb };
  });
}

type Loads = { readonly count: number; readonly times: number };

/** From the list of annotations to the frame that shows them all; the median of several loads. */
async function visible(pages: Pages, name: PageName, { count, times }: Loads) {
  return inBrowser(async (browser) => {
    const taken: number[] = [];
    for (let load = 0; load < times; load += 1) {
      const page = await opened(browser, pages, name);
      taken.push(
        await page.evaluate(async (wanted) => {
          const shownAt = await window.probe.whenPainted(wanted);
          return shownAt - (window.probe.listAt ?? 0);
        }, count),
      );
      await page.close();
    }
    return { visibleMs: Math.round(percentile(taken, 0.5)) };
  });
}

async function scrollFrames95(page: Page): Promise<number> {
  const frames = await page.evaluate((count) => window.probe.scroll(count), scrollFrames);
  return rounded(percentile(frames, 0.95));
}

/** Marks words with the mouse where a thousand passages are marked: from the click on the colour to the frame that shows it. */
async function selectionToPainted(pages: Pages, count: number) {
  return inBrowser(async (browser) => {
    const page = await opened(browser, pages, "our-page");
    await page.evaluate((wanted) => window.probe.whenPainted(wanted), count);
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
      await button.click();
      taken.push(await timing);
    }
    return { p50: rounded(percentile(taken, 0.5)), p95: rounded(percentile(taken, 0.95)) };
  });
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

function table({ visibleMs, scrollFrameP95Ms, memoryMb, selectionToPaintedMs }: Report): string {
  const line = (what: string, ours: number, raw: number, unit: string) =>
    `${what}: ${ours} ${unit}, raw ${raw} ${unit}, ${(ours / raw).toFixed(2)} ×`;
  return [
    line(`${many} highlights on ${rows} rows visible`, visibleMs.ours, visibleMs.raw, "ms"),
    ...(visibleMs.recogito === null
      ? []
      : [`  in Recogito's text annotator: ${visibleMs.recogito} ms`]),
    line("scrolling, p95 frame", scrollFrameP95Ms.ours, scrollFrameP95Ms.raw, "ms"),
    line("memory of the browser's processes", memoryMb.ours, memoryMb.raw, "MB"),
    `selection to painted with ${some} present: p95 ${selectionToPaintedMs.p95} ms, median ${selectionToPaintedMs.p50} ms`,
  ].join("\n");
}
