import type { Page } from "@playwright/test";
import { expect, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";

const softHyphen = "\u00ad";

test("long words are hyphenated out of sight, and the text stays what it was", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  const before = await textOf(page);
  await page.mouse.wheel(0, 300);
  const points = page.locator("[data-soft-hyphen]");
  await expect.poll(() => points.count(), { timeout: 15_000 }).toBeGreaterThan(50);
  expect(await textOf(page)).toBe(before);
  expect(before).not.toContain(softHyphen);
  const first = points.first();
  await expect(first).toHaveCSS("hyphens", /auto|manual/);

  // Where a line ends inside a word, it ends at one of the points.
  const broken = await page.evaluate(() => {
    const spots = [...document.querySelectorAll("[data-soft-hyphen]")];
    return spots.filter((spot) => {
      const [before, after] = [spot.previousSibling, spot.nextSibling];
      if (!(before instanceof Text) || !(after instanceof Text)) return false;
      const range = document.createRange();
      range.setStart(before, before.length - 1);
      range.setEnd(after, 1);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      return new Set(tops).size > 1;
    }).length;
  });
  expect(broken).toBeGreaterThan(0);
});

test("a passage with hyphenated words is copied, marked and found again as if there were none", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  const words = "Kontrolle";
  await page.mouse.wheel(0, 300);
  await expect
    .poll(() => page.locator("[data-soft-hyphen]").count(), { timeout: 15_000 })
    .toBeGreaterThan(50);
  const passage = await hyphenatedWord(page);
  expect(passage.length).toBeGreaterThan(words.length - 3);
  await selectWords(page, passage);
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(passage);
  const saved = page.waitForRequest(
    (request) => request.method() === "PUT" && request.url().includes("/api/annotations/"),
  );
  await page.getByRole("button", { name: "Grün markieren" }).click();
  expect((await saved).postDataJSON().anchor.exact).toBe(passage);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  await page.reload();
  await expect.poll(() => paintedText(page)).toBe(passage);
  const isFound = await page.evaluate(
    (text) => typeof window.find === "function" && window.find(text),
    passage,
  );
  expect(isFound).toBe(true);
});

test("a reader who does not want hyphens gets none", { tag: "@slow" }, async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await page.mouse.wheel(0, 300);
  const point = page.locator("[data-soft-hyphen]").first();
  await expect(point).toBeAttached({ timeout: 15_000 });
  const content = () => point.evaluate((one) => getComputedStyle(one, "::before").content);
  expect(await content()).toContain(softHyphen);
  await page.getByRole("button", { name: "Schrift und Darstellung" }).click();
  await page
    .getByRole("group", { name: "Silbentrennung" })
    .getByRole("radio", { name: "Aus" })
    .check({ force: true });
  expect(await content()).toBe("none");
});

function textOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll("[data-side]")].map((side) => side.textContent).join("\n"),
  );
}

/** A word with a point in it that stands once in the text. */
function hyphenatedWord(page: Page): Promise<string> {
  return page.evaluate(() => {
    const text = document.querySelector("[data-side=de]")?.textContent ?? "";
    for (const point of document.querySelectorAll("[data-side=de] [data-soft-hyphen]")) {
      const before = /\p{L}+$/u.exec(point.previousSibling?.textContent ?? "")?.[0] ?? "";
      const after = /^\p{L}+/u.exec(point.nextSibling?.textContent ?? "")?.[0] ?? "";
      const isWhole = !(point.previousSibling?.previousSibling instanceof HTMLElement);
      const word = before + after;
      const next = point.nextSibling?.nextSibling;
      const isEnd = !(next instanceof HTMLElement) || after !== point.nextSibling?.textContent;
      if (isWhole && isEnd && word.length > 7 && text.split(word).length === 2) return word;
    }
    throw new Error("No word is hyphenated once");
  });
}

function paintedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get("highlight-green") ?? [])];
    return ranges.map((range) => (range instanceof Range ? range.toString() : "")).join("");
  });
}
