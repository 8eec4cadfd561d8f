import { expect, shiftsOf, test, waitForReader, watchShifts } from "../fixtures";

const article = "/de/read/waehrung-unter-der-erde";

for (const width of [390, 1440]) {
  test(`nothing that was painted moves while an article comes, ${width} pixels wide`, {
    tag: "@slow",
  }, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await watchShifts(page);
    await page.goto(article);
    await waitForReader(page);
    await expect(page.locator("[data-side=en] .row").last()).toBeAttached();
    expect(await shiftsOf(page)).toBe(0);
  });
}
