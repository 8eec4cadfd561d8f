import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { browserOptions } from "@/e2e/browser-options";
import { type Installation, removeData, startInstallation } from "@/e2e/installation";
import { startPostgres } from "@/scripts/postgres.mjs";
import { percentile } from "../together/world";
import { writeManyNotes } from "./write-many-notes";

const few = 100;
const many = 5000;
const visits = 5;
const scrolledFrames = 120;

/** What a reader with thousands of notes waits for on the page of notes, beside one with a hundred. */
export async function notesBench(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), "zwiesprache-bench-"));
  const postgres = await startPostgres({ dataDir });
  const installation = await startInstallation({ databaseUrl: postgres.url });
  const browser = await chromium.launch(browserOptions);
  try {
    const readers = [];
    for (const count of [few, many]) {
      const { context, id } = await newReader(browser, installation);
      await writeManyNotes(postgres.url, id, count);
      readers.push({ count, page: await context.newPage(), figures: newFigures() });
    }
    for (let visit = 0; visit <= visits; visit += 1) {
      for (const { page, figures } of readers) {
        const seen = await measureVisit(page);
        if (visit > 0) for (const [name, ms] of seen) figures.get(name)?.push(...ms); // the first warms up
      }
    }
    for (const { count, figures } of readers) {
      for (const [name, ms] of figures) print(`${count} notes: ${name}`, ms);
    }
    return 0;
  } finally {
    await browser.close();
    await installation.stop();
    await removeData(installation);
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const names = [
  "first notes shown",
  "search answered",
  "facet answered",
  "frame while scrolling",
] as const;
type Name = (typeof names)[number];

function newFigures(): ReadonlyMap<Name, number[]> {
  return new Map(names.map((name) => [name, []]));
}

async function newReader(
  browser: Browser,
  { url }: Installation,
): Promise<{ context: BrowserContext; id: string }> {
  const context = await browser.newContext({ locale: "de-DE", baseURL: url });
  await context.request.post("/api/auth/sign-in/anonymous", { headers: { origin: url }, data: {} });
  const { viewer } = await (await context.request.get("/api/viewer")).json();
  return { context, id: viewer.id };
}

/** Milliseconds: from asking to the frame that shows the answer; the pause that typing waits for is in it. */
async function measureVisit(page: Page): Promise<readonly (readonly [Name, readonly number[]])[]> {
  await page.goto("about:blank");
  const opened = await timed(async () => {
    await page.goto("/de/notes", { waitUntil: "commit" });
    await shown(page, "");
  });
  await page.getByText(/^[\d.]+ Notizen$/).waitFor();
  const frames = await scroll(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  const found = await timed(async () => {
    await page.getByRole("searchbox").fill("Leuchtturm");
    await shown(page, "Ein Leuchtturm.");
  });
  await page.getByRole("searchbox").fill("");
  await page.getByRole("article").nth(1).waitFor();
  const narrowed = await timed(async () => {
    await page.goto("/de/notes?colour=green", { waitUntil: "commit" });
    await shown(page, "");
  });
  return [
    ["first notes shown", [opened]],
    ["search answered", [found]],
    ["facet answered", [narrowed]],
    ["frame while scrolling", frames],
  ];
}

/** Looks at every frame: Playwright's own waiting looks every half a second. */
async function shown(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector("article")?.textContent?.includes(wanted),
    text,
  );
}

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** How long each frame took while the list scrolls by half a screen a frame, loading as it goes. */
function scroll(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const times: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    while (times.length < count) {
      window.scrollBy(0, window.innerHeight / 2);
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  }, scrolledFrames);
}

function print(name: string, ms: readonly number[]): void {
  const [median, p95] = [percentile(ms, 0.5), percentile(ms, 0.95)];
  console.log(`${name.padEnd(40)} median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
}
