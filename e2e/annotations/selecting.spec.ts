import type { Page } from "@playwright/test";
import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";
import { paintedBox, paintedTexts } from "./painted-texts";

test("a selection drawn into the other column stays in the one where it began, before and after marking has come", {
  tag: "@slow",
}, async ({ page, article }) => {
  const letMarkingCome = await holdMarking(page);
  await openArticle(page, article);
  await drawIntoOtherColumn(page);
  expectTwoLines(await selectedSides(page));
  letMarkingCome();
  const bar = page.getByRole("toolbar", { name: "Stelle markieren" });
  await expect(bar).toBeVisible();
  expectTwoLines(await selectedSides(page));
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  await drawIntoOtherColumn(page);
  await expect(bar).toBeVisible();
  expectTwoLines(await selectedSides(page));
  await page.getByRole("button", { name: "Blau markieren" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-blue")).toHaveLength(1);
  await expect.poll(() => paintedTexts(page, "twin-blue")).not.toHaveLength(0);
});

test("a selection can begin at the first letter of a sentence inside a paragraph", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await selectWords(page, "Wer solche Stoffe");
  await expect(page.getByRole("toolbar", { name: "Stelle markieren" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gelb markieren" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-yellow")).toEqual(["Wer solche Stoffe"]);
});

test("a highlight without a note is recoloured and deleted where it stands, and undo brings it back", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Gelb markieren" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-yellow")).toHaveLength(1);

  const { x, y } = await paintedBox(page, "highlight-yellow");
  await page.mouse.click(x + 20, y + 8);
  const bar = page.getByRole("toolbar", { name: "Markierung ändern" });
  await bar.getByRole("button", { name: "Farbe: Rosa" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-pink")).toEqual(["aufmerksame Zuhörer"]);
  await bar.getByRole("button", { name: "Löschen" }).click();
  await expect.poll(() => paintedTexts(page)).toEqual([]);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-pink")).toEqual(["aufmerksame Zuhörer"]);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await expect.poll(() => paintedTexts(page, "highlight-pink")).toEqual(["aufmerksame Zuhörer"]);
});

test("Escape and a click elsewhere close the bar, and nothing was marked", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  const bar = page.getByRole("toolbar", { name: "Stelle markieren" });
  await selectWords(page, "aufmerksame Zuhörer");
  await expect(bar).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await selectWords(page, "aufmerksame Zuhörer");
  await expect(bar).toBeVisible();
  await page.mouse.click(5, 400);
  await expect(bar).toHaveCount(0);
  expect(await paintedTexts(page)).toEqual([]);
});

/** Lets the bundle of marking not come until what is returned is called; reading is there without it. */
async function holdMarking(page: Page): Promise<() => void> {
  let letCome = () => {};
  const come = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("passage-chosen")) await come; // a name of what is painted
    await route.fulfill({ response });
  });
  return () => letCome();
}

async function drawIntoOtherColumn(page: Page): Promise<void> {
  const paragraph = page.locator("[data-side=de] p[data-block]").first();
  await paragraph.scrollIntoViewIfNeeded();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const box = await paragraph.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 1, (box?.y ?? 0) + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 400, y + 5, { steps: 6 });
  await page.mouse.move(x + 800, y + 10, { steps: 6 });
  await page.mouse.up();
}

type Selected = { readonly sides: readonly (string | undefined)[]; readonly text: string };

/** Not all that stands between the columns in the document. */
function expectTwoLines({ sides, text }: Selected): void {
  expect(sides).toEqual(["de"]);
  expect(text.length).toBeGreaterThan(20);
  expect(text.length).toBeLessThan(200);
}

function selectedSides(page: Page): Promise<Selected> {
  return page.evaluate(() => {
    const selection = getSelection();
    const sides = [...document.querySelectorAll<HTMLElement>("[data-side]")]
      .filter((side) => selection?.containsNode(side, true))
      .map((side) => side.dataset.side);
    return { sides, text: String(selection) };
  });
}
