import type { Page } from "@playwright/test";
import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";
import { paintedBox, paintedTexts } from "./painted-texts";

test("three highlights over each other are painted two deep, counted, and each is reached by a click or Enter", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await mark(page, "ein Stück Weltpolitik", "Gelb");
  await mark(page, "Stück Weltpolitik", "Grün");
  await mark(page, "Weltpolitik", "Blau");
  expect(await paintedTexts(page, "highlight-yellow")).toEqual(["ein Stück "]);
  const count = page.getByRole("button", { name: /3 Markierungen .*bis zu 3 übereinander/ });
  await expect(count).toBeVisible();

  const { x, y } = await paintedBox(page, "highlight-blue");
  await page.mouse.click(x + 20, y + 8);
  const picker = page.getByRole("menu", { name: "3 Markierungen an dieser Stelle" });
  await expect(picker.getByRole("menuitem").first()).toBeFocused();
  await expectAccessible(page, "[role=menu]");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => paintedTexts(page, "active-green")).toEqual(["Stück Weltpolitik"]);
  await page.keyboard.press("Enter");
  const bar = page.getByRole("toolbar", { name: "Markierung ändern" });
  await expect(bar.getByRole("button", { name: "Farbe: Grün" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("Escape");

  await page.locator("[data-side=de] [data-sentence]", { hasText: "Weltpolitik" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(picker).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("button", { name: "Notiz" })).toBeFocused();
});

test("the margin shows only what is chosen by colour, and says how much it leaves out", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await mark(page, "ein Stück Weltpolitik", "Gelb");
  await mark(page, "aufmerksame Zuhörer", "Blau");
  await page.getByRole("button", { name: "Notizen auswählen" }).click();
  const panel = page.getByRole("dialog", { name: "Notizen auswählen" });
  await expectAccessible(page, "[popover]:popover-open");
  await panel.getByRole("checkbox", { name: /Blau/ }).check();
  await expect.poll(() => paintedTexts(page, "highlight-yellow")).toEqual([]);
  expect(await paintedTexts(page, "highlight-blue")).toEqual(["aufmerksame Zuhörer"]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Eine Notiz ist ausgeblendet. Alle zeigen" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-yellow")).toHaveLength(1);
});

test("either end of a highlight is drawn by its handle, and moved by arrow keys", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await mark(page, "Stück Weltpolitik", "Rosa");
  const { x, y } = await paintedBox(page, "highlight-pink");
  await page.mouse.click(x + 20, y + 8);
  const start = page.getByRole("button", { name: "Anfang der Markierung verschieben" });
  const box = await start.boundingBox();
  if (!box) throw new Error("The handle is not on the screen");
  await page.mouse.move(box.x + box.width / 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x - 10, box.y + 8, { steps: 4 });
  await page.mouse.move(x - 28, y + 8, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await paintedTexts(page, "highlight-pink")).join(""))
    .toMatch(/^\S*n Stück Weltpolitik$/);

  const end = page.getByRole("button", { name: "Ende der Markierung verschieben" });
  await end.focus();
  await page.keyboard.press("ArrowLeft");
  await expect
    .poll(async () => (await paintedTexts(page, "highlight-pink")).join(""))
    .toMatch(/Stück$/);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
});

async function mark(page: Page, words: string, colour: string) {
  await selectWords(page, words);
  await page.getByRole("button", { name: `${colour} markieren` }).click();
  const bar = page.getByRole("toolbar", { name: "Stelle markieren" });
  await expect(bar).toHaveCount(0);
}
