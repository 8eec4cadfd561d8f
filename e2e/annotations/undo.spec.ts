import { expect, openArticle, test } from "../fixtures";
import { cardOf, writeNote } from "../reading-together";
import { selectWords } from "../select-words";
import { paintedBox, paintedTexts } from "./painted-texts";

test("every change is taken back: by the way that is offered, and one after the other by Ctrl+Z", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await writeNote(page, "aufmerksame Zuhörer", "Groß gesagt.");
  const card = cardOf(page, "gesagt.");
  await card.hover();
  await card.getByRole("button", { name: "Farbe: Blau" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-blue")).toEqual(["aufmerksame Zuhörer"]);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-yellow")).toEqual(["aufmerksame Zuhörer"]);

  await card.hover();
  await card.getByRole("button", { name: "Farbe: Rosa" }).click();
  await card.getByRole("button", { name: "Bearbeiten" }).click();
  await page.getByRole("textbox", { name: "Notiz" }).fill("Klein gesagt.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Notiz geändert.")).toBeVisible();
  await expect(card).toContainText("Klein gesagt.");
  const { x, y } = await paintedBox(page, "twin-pink");
  await page.mouse.click(x + 4, y + 4); // from the other side
  await expect(card).toBeFocused();

  await page.keyboard.press("Control+z");
  await expect(card).toContainText("Groß gesagt.");
  await page.keyboard.press("Control+z");
  await expect.poll(() => paintedTexts(page, "highlight-yellow")).toEqual(["aufmerksame Zuhörer"]);
  await page.keyboard.press("Control+z");
  await expect(card).toHaveCount(0);
  await expect(page.getByText("Weiterschreiben")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(() => paintedTexts(page)).toEqual([]);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await expect.poll(() => paintedTexts(page)).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("what is deleted in the sheet is brought back there", async ({ page, article }) => {
    await openArticle(page, article);
    for (const words of ["ein Stück Weltpolitik", "aufmerksame Zuhörer"]) {
      await selectWords(page, words);
      await page.getByRole("button", { name: "Grün markieren" }).click();
      await expect(page.getByRole("toolbar", { name: "Stelle markieren" })).toHaveCount(0);
    }
    await page.getByRole("button", { name: /2 Markierungen in Absatz 1/ }).tap();
    const sheet = page.getByRole("dialog", { name: "Notizen in Absatz 1" });
    await sheet.getByRole("button", { name: "Löschen" }).first().tap();
    await expect(sheet.getByRole("article")).toHaveCount(1);
    await sheet.getByRole("button", { name: "Rückgängig" }).tap();
    await expect(sheet.getByRole("article")).toHaveCount(2);
  });
});
