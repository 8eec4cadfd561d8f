import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";

test("a word is looked up: what stands for it in this text, and its entries, the sense that is meant here first", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Nachschlagen" }).click();
  const panel = page.getByRole("dialog", { name: "Nachgeschlagen: „aufmerksame Zuhörer“" });
  await expect(panel).toBeFocused();
  await expect(panel.getByText("attentive listeners")).toBeVisible();
  await expect(panel.locator("dt")).toHaveText(["aufmerksam", "Zuhörer"]);
  await expect(panel.locator("dt").first()).toHaveAttribute("lang", "de");
  await expect(panel.locator("dd").first()).toHaveText("attentive (hier gemeint)");
  await expect(panel.locator("dd").first()).toHaveAttribute("lang", "en");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  const bar = page.getByRole("toolbar", { name: "Stelle markieren" });
  await expect(bar).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  await selectWords(page, "attentive");
  await expect(bar).toBeVisible();
  await page.keyboard.press("l");
  await expect(page.getByRole("dialog").locator("dd").first()).toHaveText(
    "aufmerksam (hier gemeint)",
  );
  await page.mouse.click(4, 400);
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await selectWords(page, "In jedem Elektroauto steckt ein Stück Weltpolitik");
  await expect(bar).toBeVisible();
  await expect(page.getByRole("button", { name: "Nachschlagen" })).toHaveCount(0);
});

test("a word that no dictionary has, and a dictionary that does not answer, are told in words", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await page.route("**/api/look-up?**", (route) => route.abort());
  await selectWords(page, "Zuhörer");
  await page.getByRole("button", { name: "Nachschlagen" }).click();
  await expect(page.getByRole("dialog").getByText(/antwortet nicht/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.unroute("**/api/look-up?**");
  await page.route("**/api/look-up?**", (route) => route.fulfill({ json: { entries: [] } }));
  await page.getByRole("button", { name: "Nachschlagen" }).click();
  await expect(page.getByRole("dialog").getByText(/nicht im Wörterbuch/)).toBeVisible();
});
