import type { Page } from "@playwright/test";
import { expect, openArticle, test, waitForReader } from "./fixtures";

test("the layouts can be switched without losing the place, and each has an address", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await page
    .locator("[data-side=de] .row")
    .nth(15)
    .evaluate((row) => row.scrollIntoView());
  const layouts = page.getByRole("navigation", { name: "Anordnung" });
  for (const [name, segment] of [
    ["Abwechselnd", "/alternating"],
    ["English", "/english"],
    ["Deutsch", "/german"],
    ["Nebeneinander", ""],
  ] as const) {
    const before = await firstRowInView(page);
    const top = await topOfRow(page, before);
    // By coordinates: Playwright's own click would first scroll the page, as if the header were not in view.
    const box = await layouts.getByRole("link", { name, exact: true }).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
    await expect(page).toHaveURL(new RegExp(`/de/read/${article}${segment}$`));
    await expect.poll(async () => Math.abs((await topOfRow(page, before)) - top)).toBeLessThan(2);
  }
});

test("each address opens in its layout, without JavaScript too", async ({ browser, article }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: process.env.E2E_URL ?? "",
  });
  const page = await context.newPage();
  const german = page.locator("[data-side=de] [data-sentence]").first();
  const english = page.locator("[data-side=en] [data-sentence]").first();
  await page.goto(`/de/read/${article}/german`);
  await expect(german).toBeVisible();
  await expect(english).toBeHidden();
  await page.goto(`/de/read/${article}/english`);
  await expect(german).toBeHidden();
  await expect(english).toBeVisible();
  await page.goto(`/de/read/${article}/alternating`);
  const [above, below] = [await german.boundingBox(), await english.boundingBox()];
  expect(below?.y).toBeGreaterThan(above?.y ?? 0);
  expect((await page.goto(`/de/read/${article}/diagonal`))?.status()).toBe(404);
  expect((await page.goto(`/de/read/${article}/2`))?.status()).toBe(404);
  await context.close();
});

test("reading German alone, a counterpart shows by pointer, tap and key", async ({
  page,
  article,
}) => {
  await page.goto(`/de/read/${article}/german`);
  await waitForReader(page);
  const sentence = page.locator("[data-side=de] [data-sentence]").first();
  const counterpart = page.getByText("Every electric car has a piece of world politics").last();
  await expect(counterpart).toBeHidden();
  await sentence.hover();
  await expect(counterpart).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(counterpart).toBeHidden();
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await expect(counterpart).toBeVisible();
  await expect(counterpart).toHaveAttribute("lang", "en");
});

test("the contents lead to a heading, and the place is offered again at the next visit", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await page.getByTitle("Inhalt").click();
  await page.getByRole("link", { name: /An drei Tischen/ }).click();
  await expect(page.getByRole("heading", { name: "An drei Tischen" })).toBeInViewport();
  await expect(page.getByText(/noch \d Minuten/)).toBeVisible();
  await expect
    .poll(() => page.evaluate((slug) => localStorage.getItem(`progress:${slug}`), article))
    .toContain('"row":"r1');

  await page.goto("/de");
  await openArticle(page, article);
  await page.getByRole("link", { name: /Weiter bei Absatz 1\d/ }).click();
  await expect(page.getByRole("heading", { name: "An drei Tischen" })).toBeInViewport();
});

test("printed, the two texts stand in two columns and the controls are gone", {
  tag: "@slow",
}, async ({ page, article }) => {
  await page.goto(`/de/read/${article}/german`);
  await page.goto(`/de/read/${article}`);
  await page.setViewportSize({ width: 780, height: 1100 }); // A4 at 96 dpi, less its margins
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  const german = await page.locator("[data-side=de] .row").nth(4).boundingBox();
  const english = await page.locator("[data-side=en] .row").nth(4).boundingBox();
  expect(english?.y).toBe(german?.y);
  expect(english?.x).toBeGreaterThan((german?.x ?? 0) + (german?.width ?? 0));
  await page.emulateMedia({ media: "screen" });
});

function firstRowInView(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>("[data-side] .row > .cell")];
    const shown = cells.find((cell) => {
      const { bottom, height } = cell.getBoundingClientRect();
      return height > 0 && bottom > 64;
    });
    return shown?.closest<HTMLElement>("[data-row]")?.dataset.row ?? "";
  });
}

/** Where a row begins in the window, on the side that is shown. */
function topOfRow(page: Page, row: string): Promise<number> {
  return page.evaluate((id) => {
    const cells = [...document.querySelectorAll<HTMLElement>(`[data-row="${id}"] > .cell`)];
    const shown = cells
      .map((cell) => cell.getBoundingClientRect())
      .find(({ height }) => height > 0);
    return shown?.top ?? Number.NaN;
  }, row);
}
