import { expect, openArticle, test } from "../fixtures";

test("printed, every row stands level in two columns, wherever on the page the reader was", async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await page.setViewportSize({ width: 780, height: 1100 }); // A4 at 96 dpi, less its margins
  await page.emulateMedia({ media: "print" });
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-side=de] .row")].map((german) => {
      const english = document.querySelector(`[data-side=en] [data-row="${german.dataset.row}"]`);
      const [left, right] = [german.getBoundingClientRect(), english?.getBoundingClientRect()];
      const cell = german.querySelector(".cell");
      return {
        isLevel: right !== undefined && Math.abs(left.top - right.top) < 1,
        isBeside: right !== undefined && right.left >= left.right,
        isLaidOut: cell?.checkVisibility({ contentVisibilityAuto: true }) === true,
      };
    }),
  );
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((row) => !row.isLevel || !row.isBeside || !row.isLaidOut)).toEqual([]);
  await expect(page.getByRole("banner")).toBeHidden();

  const pdf = await page.pdf({ format: "A4" });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets.length).toBeGreaterThan(1);
  await page.emulateMedia({ media: "screen" });
});
