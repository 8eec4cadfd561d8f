import { devices, type Page } from "@playwright/test";
import { expect, expectAccessible, test, waitForReader } from "../fixtures";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

const layouts = [
  { segment: "", shows: { de: true, en: true } },
  { segment: "/alternating", shows: { de: true, en: true } },
  { segment: "/german", shows: { de: true, en: false } },
  { segment: "/english", shows: { de: false, en: true } },
] as const;

for (const { screen, options } of [
  { screen: "a wide screen", options: { viewport: { width: 1440, height: 900 } } },
  { screen: "a phone", options: phone },
  { screen: "a very small phone", options: { ...phone, viewport: { width: 320, height: 640 } } },
  // 200 % of a small laptop: half as many pixels for the same page.
  { screen: "a laptop at 200 %", options: { viewport: { width: 640, height: 400 } } },
]) {
  test.describe(screen, () => {
    test.use(options);
    for (const { segment, shows } of layouts) {
      test(`${segment || "side by side"} can be read on ${screen}, cut off nowhere and without a barrier`, {
        tag: "@slow",
      }, async ({ page, article }) => {
        await page.goto(`/de/read/${article}${segment}`);
        await waitForReader(page);
        for (const side of ["de", "en"] as const) {
          const sentence = page.locator(`[data-side=${side}] [data-sentence]`).first();
          await expect(sentence).toBeVisible({ visible: shows[side] });
        }
        expect(await tooWide(page)).toBe(0);
        await page.getByRole("button", { name: "Schrift und Darstellung" }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page, "[role=dialog]");
        expect(await tooWide(page)).toBe(0);
        await page.keyboard.press("Escape");
        await page.getByTitle("Inhalt").click();
        await expect(page.getByRole("navigation", { name: "Inhalt" })).toBeVisible();
        await expectAccessible(page, "details[open]");
        expect(await tooWide(page)).toBe(0);
        await page.keyboard.press("Escape"); // the page itself is judged with nothing lying over it
      });
    }
  });
}

test("with the text spacing that WCAG asks for nothing is cut off or lies over anything", {
  tag: "@slow",
}, async ({ page, article }) => {
  await page.goto(`/de/read/${article}`);
  await waitForReader(page);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      element.style.setProperty("line-height", "1.5", "important");
      element.style.setProperty("letter-spacing", "0.12em", "important");
      element.style.setProperty("word-spacing", "0.16em", "important");
    }
  });
  expect(await tooWide(page)).toBe(0);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("header a, header button, main .cell, main h1")]
      .filter(({ className }) => !className.includes("skip"))
      .filter((element) => getComputedStyle(element).overflowX === "hidden")
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(cut).toEqual([]);
});

test("with forced colours the layout that is chosen, the lit sentence and the focus can be told", async ({
  page,
  article,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`/de/read/${article}`);
  await waitForReader(page);
  const current = page.getByRole("link", { name: "Nebeneinander" });
  const other = page.getByRole("link", { name: "Abwechselnd" });
  expect(await look(current)).not.toBe(await look(other));
  await page.keyboard.press("j");
  const lit = page.locator("[data-side=de] [data-sentence]").first();
  await expect(lit).toBeFocused();
  expect(await look(lit)).not.toBe(
    await look(page.locator("[data-side=de] [data-sentence]").nth(1)),
  );
});

test("whoever asks for less motion gets none", async ({ page, article }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`/de/read/${article}`);
  await waitForReader(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((times) =>
          times.split(",").some((time) => Number.parseFloat(time) > 0.001),
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(moving).toEqual([]);
});

function tooWide(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

function look(of: ReturnType<Page["locator"]>): Promise<string> {
  return of.evaluate((element) => {
    const { backgroundColor, color, outline, textDecorationLine, borderColor } =
      getComputedStyle(element);
    return [backgroundColor, color, outline, textDecorationLine, borderColor].join(" ");
  });
}
