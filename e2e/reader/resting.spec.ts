import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const article = "/de/read/zwei-spalten";

test("a first visit loads no script, and the first key pressed wakes the page and is not lost", async ({
  page,
}) => {
  const scripts = watchScripts(page);
  await page.goto(article, { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(scripts()).toEqual([]);
  await expect(page.locator("html")).toHaveAttribute("data-asleep", "");

  await page.keyboard.press("j");
  await expect(page.locator("[data-sentence]:focus")).toHaveCount(1);
  await expect(page.locator("html")).not.toHaveAttribute("data-asleep");
  expect(scripts().length).toBeGreaterThan(0);

  // Who was here before finds the page awake.
  await page.mouse.wheel(0, 600);
  await page.waitForFunction(() => localStorage.length > 0);
  await page.reload();
  await expect(page.locator("html")).not.toHaveAttribute("data-asleep");
});

test("a page that was left behind by a new build is loaded anew with the first move", async ({
  page,
}) => {
  await page.route("**/*?knows=*", async (route) => {
    await route.continue({
      url: route
        .request()
        .url()
        .replace(/knows=.{4}/, "knows=AAAA"),
    });
  });
  await page.goto(article);
  await page.keyboard.press("j"); // is lost with the old page
  await page.waitForEvent("load");
  await page.keyboard.press("j");
  await expect(page.locator("[data-sentence]:focus")).toHaveCount(1);
});

/** The addresses of all scripts that the page has asked for. */
function watchScripts(page: Page): () => readonly string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") asked.push(request.url());
  });
  return () => asked;
}
