import { expect, openArticle, test } from "../fixtures";

test("a screen reader meets the heads, then the German text, then the English, then the notes", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  const tree = await page.getByRole("main").ariaSnapshot();
  const order = [
    'heading "Die Währung unter der Erde" [level=1]',
    'heading "The currency beneath the ground" [level=1]',
    'region "Deutscher Text"',
    "In jedem Elektroauto steckt ein Stück Weltpolitik.",
    'region "Englischer Text"',
    "Every electric car has a piece of world politics built into it.",
  ].map((words) => ({ words, at: tree.toLowerCase().indexOf(words.toLowerCase()) }));
  expect(order.filter(({ at }) => at < 0)).toEqual([]);
  expect(order.map(({ at }) => at)).toEqual(order.map(({ at }) => at).toSorted((a, b) => a - b));
});

test("the heads of the page can be walked by landmarks, and each says what it is", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await expect(page.getByRole("banner")).toMatchAriaSnapshot(`
    - banner:
      - link "Zum Text"
      - link "Zwiesprache"
      - navigation "Wo Sie sind":
        - link "Bibliothek"
      - navigation "Anordnung":
        - link "Nebeneinander"
        - link "Abwechselnd"
        - link "Deutsch"
        - link "English"
      - button "Schrift und Darstellung"
      - link "English interface"
  `);
});
