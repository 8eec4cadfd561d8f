import { type Browser, chromium, type Page } from "@playwright/test";
import { limitText } from "@/bench/page/limit-text";
import { publishLimit } from "@/bench/page/publish-limit";
import { browserOptions } from "@/e2e/browser-options";
import { type Installation, removeData, runAdmin, startInstallation } from "@/e2e/installation";

const slug = "lang";
const visits = 5;
const presses = 15;
const pauseMs = 300; // between two keys: what the one before brought about later is its own
/** Each is taken back by Ctrl+Z before the next. */
const acts: readonly (readonly [name: string, key: string])[] = [
  ["verify", "v"],
  ["merge rows", "m"],
  ["move a sentence down", "Alt+ArrowDown"],
];

/** Opens an article of so many rows in the production build, until keys mean something, and presses some. */
export async function openInBrowser(rowCount: number): Promise<void> {
  const installation = await startInstallation();
  const browser = await chromium.launch(browserOptions);
  try {
    await publishLimit(installation.dataDir, slug, limitText(rowCount));
    const page = await newEditorPage(browser, installation);
    const opened: number[] = [];
    for (let visit = 0; visit <= visits; visit += 1) {
      const ms = await openedMs(page);
      if (visit > 0) opened.push(ms); // the first warms the server up
    }
    print("open in the browser", opened);
    for (const [name, key] of acts) {
      const pressed: number[] = [];
      for (let time = 0; time < presses; time += 1) {
        pressed.push(await pressedMs(page, key));
        await page.waitForTimeout(pauseMs);
        await page.keyboard.press("Control+z");
        await page.waitForTimeout(pauseMs);
      }
      print(`press for: ${name}`, pressed);
    }
  } finally {
    await browser.close();
    await installation.stop();
    await removeData(installation);
  }
}

async function newEditorPage(browser: Browser, { url, dataDir }: Installation): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE", baseURL: url });
  const headers = { origin: url };
  await context.request.post("/api/auth/sign-in/anonymous", { headers, data: {} });
  const { viewer } = await (await context.request.get("/api/viewer")).json();
  await runAdmin(dataDir, ["user", "role", "--user", viewer.id, "--role", "editor"]);
  return context.newPage();
}

async function openedMs(page: Page): Promise<number> {
  await page.goto("about:blank");
  const start = performance.now();
  await page.goto(`/de/workbench/${slug}`, { waitUntil: "commit" });
  await page.locator("[data-sentence][aria-current]:focus").waitFor({ timeout: 120_000 });
  return performance.now() - start;
}

/** From the key to the frame that shows what it did. */
async function pressedMs(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    delete document.documentElement.dataset.pressedMs;
    const pressed = new AbortController();
    // Not given a name: the compiler would note it by a function that the page does not have.
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Alt" || event.key === "Shift" || event.key === "Control") return;
        pressed.abort();
        const start = performance.now();
        requestAnimationFrame(() =>
          setTimeout(() => {
            document.documentElement.dataset.pressedMs = String(performance.now() - start);
          }),
        );
      },
      { capture: true, signal: pressed.signal },
    );
  });
  await page.keyboard.press(key);
  const root = page.locator("html[data-pressed-ms]");
  return Number(await root.getAttribute("data-pressed-ms"));
}

function print(name: string, ms: readonly number[]): void {
  const sorted = ms.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  console.log(
    `${name.padEnd(42)} ${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`,
  );
}
