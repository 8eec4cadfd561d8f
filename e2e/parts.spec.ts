import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, waitForReader } from "./fixtures";
import { runImport } from "./installation";

const paragraphs = Array.from({ length: 430 }, (_, index) => index + 1);
const german = paragraphs.map((n) => `Im Absatz ${n} steht, dass es am Hafen um ${n} Uhr regnet.`);
const english = paragraphs.map((n) => `Paragraph ${n} says that at ${n} it rains in the harbour.`);

test("a long text comes in parts, and a link to a row finds the part it stands in", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), "zwiesprache-parts-"));
  const file = join(folder, "long.txt");
  await writeFile(file, [...german, ...english].join("\n"));
  await runImport(process.env.E2E_DATA_DIR ?? "", [file, "--publish", "--slug", "lang"]);
  await rm(folder, { recursive: true });

  await page.goto("/de/read/lang");
  await waitForReader(page);
  await expect(page.locator("[data-side=de] .row")).toHaveCount(200);
  const parts = page.getByRole("navigation", { name: "Teile" });
  await expect(parts).toContainText("Teil 1 von 3");
  await parts.getByRole("link", { name: "Weiter: Teil 2" }).click();
  await expect(page).toHaveURL(/\/de\/read\/lang\/2$/);
  await expect(page.getByText("Im Absatz 201 steht,")).toBeVisible();
  await expect(page.getByText("Paragraph 400 says")).toBeAttached();
  await expect(page.locator(".row-number").first()).toHaveText("201");

  await page.goto("/en/read/lang#r420");
  await expect(page).toHaveURL(/\/en\/read\/lang\/3#r420$/);
  await expect(page.getByText("Im Absatz 420 steht,")).toBeInViewport();

  // The search reaches the other parts, shows both languages, and a hit leads to its sentence.
  await page.getByTitle("Contents and search").click();
  await page.getByRole("searchbox", { name: "Search the whole text" }).fill("207");
  await expect(page.getByText("One passage found")).toBeVisible();
  const hit = page.getByRole("listitem").filter({ hasText: "Paragraph 207" }).getByRole("link");
  await expect(hit).toContainText("Im Absatz 207 steht, dass es am Hafen um 207 Uhr regnet.");
  await expect(hit).toContainText("Paragraph 207 says that at 207 it rains in the harbour.");
  await page.keyboard.press("Tab");
  await expect(hit).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/read\/lang\/2#ds207$/);
  await expect(page.getByText("Im Absatz 207 steht,")).toBeInViewport();
  await page.getByTitle("Contents and search").click();
  await page.getByRole("searchbox", { name: "Search the whole text" }).fill("Hubschrauber");
  await expect(page.getByText("Nothing found")).toBeVisible();

  expect((await page.goto("/de/read/lang/4"))?.status()).toBe(404);
});
