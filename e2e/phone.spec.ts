import { devices } from "@playwright/test";
import { expect, openArticle, test } from "./fixtures";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
test.use(phone);

test("on a phone the two languages follow each other, nothing is cut off, and a tap lights the pair", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);

  const german = page.locator("[data-side=de] .row").nth(1).locator(".cell");
  const english = page.locator("[data-side=en] .row").nth(1).locator(".cell");
  const [above, below] = [await german.boundingBox(), await english.boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);

  const sentence = page.locator("[data-side=de] [data-sentence]").nth(3);
  await sentence.tap();
  const bead = await sentence.getAttribute("data-bead");
  await expect(page.locator(`[data-side=en] [data-bead="${bead}"]`).first()).toHaveAttribute(
    "data-lit",
  );
});

test("on a phone a passage is marked, a note is written in a sheet, and found there again", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await selectAsByHandles(page, "[data-side=en] [data-sentence]");
  await page.getByRole("button", { name: "Notiz", exact: true }).tap();
  await page.getByRole("textbox", { name: "Notiz" }).fill("Auf dem Weg gelesen.");
  await page.getByRole("button", { name: "Speichern" }).tap();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: /1 Notiz in Absatz 1/ }).tap();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("Auf dem Weg gelesen.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
});

/** What a long press and the system's handles leave behind: a selection, and no mouse. */
function selectAsByHandles(page: import("@playwright/test").Page, selector: string) {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!element) throw new Error(`No ${wanted}`);
    element.scrollIntoView({ block: "center" });
    getSelection()?.selectAllChildren(element);
  }, selector);
}
