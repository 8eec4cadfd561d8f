import { expect, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("without JavaScript the library and both texts can be read, and rows can be linked to", async ({
  page,
}) => {
  await page.goto("/de");
  await page.getByRole("link", { name: "Die Währung unter der Erde" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Die Währung unter der Erde" }),
  ).toBeVisible();
  await expect(page.getByText("In jedem Elektroauto steckt ein Stück Weltpolitik.")).toBeVisible();
  await expect(page.locator("[data-side=en] [data-sentence]").first()).toBeVisible();
  const last = page.locator(".row-number").last();
  await last.click();
  await expect(page).toHaveURL(/#r\d+$/);
});

test("without JavaScript a phone shows German and English in turn", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/de/read/found-on-a-thursday");
  const german = await page.locator("[data-side=de] .row .cell").nth(2).boundingBox();
  const english = await page.locator("[data-side=en] .row .cell").nth(2).boundingBox();
  expect(english?.y).toBeGreaterThanOrEqual((german?.y ?? 0) + (german?.height ?? 0));
});
