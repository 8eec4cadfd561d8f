import type { Page } from "@playwright/test";
import { expect, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";

test.use({ viewport: { width: 1440, height: 500 } });

test("where a browser has no highlights of its own, marks stand in the rows that are near, and in no others", async ({
  page,
  article,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "Highlight");
    Reflect.deleteProperty(CSS, "highlights");
  });
  await openArticle(page, article);
  await selectWords(page, "ein Stück Weltpolitik");
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect.poll(() => markedWords(page)).toBe("ein Stück Weltpolitik");
  const text = await page.locator("[data-side=de]").innerText();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  await page.reload();
  await expect.poll(() => markedWords(page)).toBe("ein Stück Weltpolitik");
  expect(await page.locator("[data-side=de]").innerText()).toBe(text);

  await page.locator("[data-row]").last().scrollIntoViewIfNeeded();
  await expect.poll(() => markedWords(page)).toBe("");
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => markedWords(page)).toBe("ein Stück Weltpolitik");
  await page.locator("mark").first().click();
  await page
    .getByRole("toolbar", { name: "Markierung ändern" })
    .getByRole("button", { name: "Löschen" })
    .click();
  await expect.poll(() => markedWords(page)).toBe("");
});

/** What is marked of the German text, in its order. */
function markedWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const marks = document.querySelectorAll('[data-side=de] mark[data-paint="highlight-green"]');
    return [...marks].map((mark) => mark.textContent).join("");
  });
}
