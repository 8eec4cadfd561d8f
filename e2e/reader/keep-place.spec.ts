import type { Locator, Page } from "@playwright/test";
import { expect, openArticle, test, waitForReader } from "../fixtures";

test("layout, type, theme and language are switched one after the other, and the place is kept", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await page.locator("#r14").evaluate((row) => row.scrollIntoView());
  await expect.poll(() => isInView(page, "r14")).toBe(true);

  for (const name of ["Abwechselnd", "English", "Deutsch"]) {
    await press(page, name);
    await expect.poll(() => isInView(page, "r14"), { message: name }).toBe(true);
  }
  await pressAt(page, page.getByRole("button", { name: "Schrift und Darstellung" }));
  for (const name of ["Dunkel", "Riesig", "Weit", "Sepia"]) {
    await page.getByRole("radio", { name, exact: true }).check({ force: true });
    await expect.poll(() => isInView(page, "r14"), { message: name }).toBe(true);
  }
  await page.keyboard.press("Escape");
  await pressAt(page, page.getByRole("link", { name: "English interface" }));
  await expect(page).toHaveURL(/\/en\/read\/[a-z-]+\/german#r1[345]$/);
  await waitForReader(page);
  await expect.poll(() => isInView(page, "r14")).toBe(true);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "sepia");
});

test("a link to a row leads there in every layout, and so does going on from a reload", async ({
  page,
  article,
}) => {
  for (const layout of ["", "/alternating", "/german", "/english"]) {
    await page.goto(`/de/read/${article}${layout}#r15`);
    await expect.poll(() => isInView(page, "r15"), { message: layout }).toBe(true);
  }
});

test("words far below are found in the page", async ({ page, article }) => {
  await openArticle(page, article);
  const words = "finding their way between the great powers"; // not in the contents as well
  const isFound = await page.evaluate(
    (text) => typeof window.find === "function" && window.find(text),
    words,
  );
  expect(isFound).toBe(true);
  await expect(page.getByText(words)).toBeInViewport();
});

async function press(page: Page, name: string) {
  const layouts = page.getByRole("navigation", { name: "Anordnung" });
  await pressAt(page, layouts.getByRole("link", { name, exact: true }));
}

/** By coordinates: Playwright's own click would first scroll the page, as if the header were not in view. */
async function pressAt(page: Page, control: Locator) {
  const box = await control.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
}

function isInView(page: Page, row: string): Promise<boolean> {
  return page.evaluate((id) => {
    const cells = [...document.querySelectorAll<HTMLElement>(`[data-row="${id}"] > .cell`)];
    return cells.some((cell) => {
      const { top, bottom, height } = cell.getBoundingClientRect();
      return height > 0 && bottom > 64 && top < innerHeight;
    });
  }, row);
}

declare global {
  interface Window {
    find?: (text: string) => boolean;
  }
}
