import { expect, test, waitForReader } from "./fixtures";

test("leave by a link, press Back: the text stands there again", async ({ page }) => {
  await page.goto("/de/read/waehrung-unter-der-erde");
  const sentence = page.getByText("In jedem Elektroauto steckt ein Stück Weltpolitik.");
  await expect(sentence).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Bibliothek" }).click();
  await expect(page.getByRole("heading", { name: "Zwei Sprachen, ein Text" })).toBeVisible();
  await page.goBack();
  await expect(sentence).toBeVisible();
  await waitForReader(page);
  await sentence.hover();
  await expect(sentence).toHaveAttribute("data-lit");
});

test("a soft way from the library to an article fetches each text once", { tag: "@slow" }, async ({
  page,
}) => {
  const fragments: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/articles/versions/")) fragments.push(request.url());
  });
  await page.goto("/de");
  await page.getByRole("link", { name: "Die Währung unter der Erde" }).click();
  await expect(page.getByText("In jedem Elektroauto steckt ein Stück Weltpolitik.")).toBeVisible();
  expect(fragments.map((url) => new URL(url).pathname.slice(-2)).sort()).toEqual(["de", "en"]);

  await page.getByRole("navigation").getByRole("link", { name: "Bibliothek" }).click();
  await page.getByRole("link", { name: /Gefunden an einem Donnerstag/ }).click();
  await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(/Donnerstag/);
  await expect(page.locator("[data-side=en] [data-sentence]").first()).toBeVisible();
  await expect(page.getByText("In jedem Elektroauto steckt ein Stück Weltpolitik.")).toHaveCount(0);
});

test("a text that cannot be fetched says so and comes on the second try", async ({ page }) => {
  await page.goto("/de");
  await page.route("**/api/articles/versions/**", (route) => route.abort(), { times: 2 });
  await page.getByRole("link", { name: "Die Währung unter der Erde" }).click();
  await expect(page.getByText("Der Text ließ sich nicht laden.")).toHaveCount(2);
  await page.getByRole("button", { name: "Noch einmal versuchen" }).first().click();
  await page.getByRole("button", { name: "Noch einmal versuchen" }).first().click();
  await expect(page.getByText("In jedem Elektroauto steckt ein Stück Weltpolitik.")).toBeVisible();
});
