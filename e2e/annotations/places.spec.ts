import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";
import { paintedBox, paintedTexts } from "./painted-texts";

test("a twin that was corrected by hand is the counterpart from then on, also after a reload", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  await page.getByRole("textbox", { name: "Notiz" }).pressSequentially("Wer hört zu?");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Gegenstück berichtigen" }).click();

  const aim = page.getByRole("toolbar", { name: "Stelle wählen" });
  await expect(aim).toContainText("englischen");
  await expect(aim.getByRole("button", { name: "Diese Stelle nehmen" })).toBeDisabled();
  const english = await page.locator("[data-side=en] p[data-block]").first().innerText();
  const words = english.split(/\s+/).slice(0, 3).join(" ");
  await selectWords(page, words);
  await expectAccessible(page);
  await aim.getByRole("button", { name: "Diese Stelle nehmen" }).click();
  await expect.poll(() => paintedTexts(page, "twin-yellow")).toEqual([words]);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await expect.poll(() => paintedTexts(page, "twin-yellow")).toEqual([words]);
});

test("a highlight of a word or two marks the words that stand for them, a longer one its sentences", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect.poll(() => paintedTexts(page, "twin-green")).toEqual(["attentive listeners"]);
  await selectWords(page, "Bodenschätze zu einer Art Währung geworden");
  await page.getByRole("button", { name: "Blau markieren" }).click();
  await expect
    .poll(() => paintedTexts(page, "twin-blue"))
    .toEqual(["There, minerals have become a kind of currency."]);
  const { x, y } = await paintedBox(page, "twin-green");
  await page.mouse.click(x + 20, y + 8);
  await expect(page.getByRole("toolbar", { name: "Markierung ändern" })).toBeVisible();
});

test("Shift and an arrow make a highlight longer by a word, and its note stays", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame");
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-green")).toEqual(["aufmerksame"]);
  const { x, y } = await paintedBox(page, "highlight-green");
  await page.mouse.click(x + 20, y + 8);
  await expect(page.getByRole("toolbar", { name: "Markierung ändern" })).toBeVisible();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => paintedTexts(page, "highlight-green")).toEqual(["aufmerksame Zuhörer"]);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await expect.poll(() => paintedTexts(page, "highlight-green")).toEqual(["aufmerksame Zuhörer"]);
});

test("a note whose words are gone shows what stands there now, and takes a new place", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Blau markieren" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  // As if it had been marked in a text that said it otherwise.
  await page.route(/\/api\/articles\/[^/]+\/annotations/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({
      response,
      body: text.replaceAll("aufmerksame Zuhörer", "geduldige Zuhörer"),
    });
  });
  await page.reload();
  const card = page.getByRole("article", { name: /geduldige Zuhörer/ });
  await expect(card).toContainText("gibt es im Text nicht mehr");
  await card.getByText("Was jetzt dort steht").click();
  await expect(card.locator("del")).toContainText("geduldige");
  await expectAccessible(page);
  await card.getByRole("button", { name: "Neue Stelle wählen" }).click();
  await selectWords(page, "ein Stück Weltpolitik");
  await page.keyboard.press("Enter");
  await expect.poll(() => paintedTexts(page, "highlight-blue")).toEqual(["ein Stück Weltpolitik"]);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
});
