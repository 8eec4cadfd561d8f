import { expect, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";

test("a passage is copied with the article, the paragraph and an address that leads to its sentence", {
  tag: "@slow",
}, async ({ page, context, article }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Mit Stellenangabe kopieren" }).click();
  await expect(page.getByText("Mit Stellenangabe kopiert.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^„aufmerksame Zuhörer“\n– Die Währung unter der Erde, Absatz 1\nhttp\S+#ds\d+$/,
  );
  await page.goto(copied.split("\n")[2] ?? "");
  await expect(page.locator("[data-sentence]:target")).toContainText("aufmerksame Zuhörer");
});
