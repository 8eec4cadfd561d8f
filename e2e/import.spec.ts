import { expect, test, waitForReader } from "./fixtures";
import { runImport } from "./installation";
import { selectWords } from "./select-words";

const document = "e2e/fixtures/seed-like/document.txt";

test("a document is imported from the command line, and only the owner reads the draft", {
  tag: "@slow",
}, async ({ page, browser }) => {
  test.setTimeout(90_000);
  const printed = await runImport(process.env.E2E_DATA_DIR ?? "", [document, "--slug", "grauholm"]);
  const address = /Read it at: (\S+)/.exec(printed)?.[1] ?? "";
  const ownerLink = /(http\S+\/owner\/\S+)/.exec(printed)?.[1] ?? "";
  expect(new URL(address).pathname).toBe("/read/grauholm");

  const refused = await page.goto(address);
  expect(refused?.status()).toBe(404);

  await page.goto(ownerLink);
  await page.getByRole("button", { name: "Ich übernehme" }).click();
  await expect(page.getByText("Entwurf").first()).toBeVisible();

  await page.goto(address);
  await waitForReader(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(2);
  const rows = page.locator("[data-side=de] .row");
  await expect(rows.and(page.locator(":not([data-proposed])"))).toHaveCount(4);
  for (const side of ["de", "en"]) {
    await expect(page.locator(`[data-side=${side}] [data-sentence]`)).toHaveCount(31);
  }
  const first = page.locator("[data-side=de] [data-sentence]").first();
  await first.hover();
  await expect(page.locator("[data-side=en] [data-sentence]").first()).toHaveAttribute("data-lit");

  const words = (await first.innerText()).split(" ").slice(0, 2).join(" ");
  await selectWords(page, words);
  await page.getByRole("button", { name: "Blau markieren" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  const stranger = await browser.newContext();
  const answer = await stranger.request.get(`${process.env.E2E_URL}/de/read/grauholm`);
  expect(answer.status()).toBe(404);
  expect(await answer.text()).not.toContain(words);
  await stranger.close();
});

test("a published import stands in the library at once, under a name made of its headline", {
  tag: "@slow",
}, async ({ page }) => {
  const printed = await runImport(process.env.E2E_DATA_DIR ?? "", [document, "--publish"]);
  const address = /Read it at: (\S+)/.exec(printed)?.[1] ?? "";
  expect(new URL(address).pathname).toMatch(/^\/read\/[a-z-]+(-\d+)?$/);
  await page.goto(address);
  await expect(page.locator("[data-side=en] [data-sentence]")).toHaveCount(31);
});
