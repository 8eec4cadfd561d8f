import { expect, openArticle, test } from "./fixtures";

test("with the keyboard alone: mark a sentence, write a note, change its colour, delete it, undo", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("h");
  await page.keyboard.press("n");
  const editor = page.getByRole("textbox", { name: "Notiz" });
  await expect(editor).toBeFocused();
  await page.keyboard.type("Mit den Tasten geschrieben.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  const card = page.getByRole("article", { name: /Notiz zu/ });
  await expect(card).toContainText("Mit den Tasten geschrieben.");

  await card.getByRole("button", { name: "Farbe: Blau" }).focus();
  await page.keyboard.press("Enter");
  await expect(card.getByRole("button", { name: "Farbe: Blau" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await card.getByRole("button", { name: "Löschen" }).focus();
  await page.keyboard.press("Enter");
  await expect(card).toHaveCount(0);
  await page.getByRole("button", { name: "Rückgängig" }).focus();
  await page.keyboard.press("Enter");
  await expect(card).toContainText("Mit den Tasten geschrieben.");
  await page.reload();
  await expect(card).toContainText("Mit den Tasten geschrieben.");
});

test("the first Tab offers the way past the header", async ({ page, article }) => {
  await openArticle(page, article);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  await expect(focused).toHaveAttribute("href", /#r1$/);
});
