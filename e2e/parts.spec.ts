import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, openArticle, test, waitForReader } from "./fixtures";
import { runImport } from "./installation";
import { selectWords } from "./select-words";

const paragraphs = Array.from({ length: 430 }, (_, index) => index + 1);
const german = paragraphs.map((n) => `Im Absatz ${n} steht, dass es am Hafen um ${n} Uhr regnet.`);
const english = paragraphs.map((n) => `Paragraph ${n} says that at ${n} it rains in the harbour.`);

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "zwiesprache-parts-"));
  const file = join(folder, "long.txt");
  await writeFile(file, [...german, ...english].join("\n"));
  await runImport(process.env.E2E_DATA_DIR ?? "", [file, "--publish", "--slug", "lang"]);
  await rm(folder, { recursive: true });
});

test("a long text comes in parts, and a link to a row finds the part it stands in", {
  tag: "@slow",
}, async ({ page }) => {
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

test("notes of other parts are listed with the way to them, and none of them has lost its place", {
  tag: "@slow",
}, async ({ page }) => {
  await openArticle(page, "lang");
  await writeNote(page, "Im Absatz 3 steht", "Gleich zu Beginn.");
  await page.goto("/de/read/lang/2");
  await waitForReader(page);
  await page.getByText("Eine Notiz in einem anderen Teil").click();
  await expect(page.getByText("Ohne Stelle")).toHaveCount(0);
  await writeNote(page, "Paragraph 333 says", "Schon im zweiten Teil.");
  await expect(page.getByRole("button", { name: "1 Notiz in Absatz 333" })).toBeAttached();

  const list = page.getByRole("region", { name: "Teil 1" });
  await expect(list).toContainText("Gleich zu Beginn.");
  await list.getByRole("link", { name: "Im Absatz 3 steht" }).click();
  await expect(page).toHaveURL(/\/de\/read\/lang\?note=/);
  const card = page.getByRole("article", { name: "Notiz zu „Im Absatz 3 steht“" });
  await expect(card).toBeFocused();
  await expect(page.getByText("Ohne Stelle")).toHaveCount(0);

  // The notes page leads to the part as well.
  await page.goto("/de/notes");
  const found = page.getByRole("link", { name: /Paragraph 333 says/ });
  await found.first().click();
  await expect(page).toHaveURL(/\/de\/read\/lang\/2\?note=[^#]+#r333$/);
  await expect(page.getByRole("article", { name: "Notiz zu „Paragraph 333 says“" })).toBeFocused();
});

async function writeNote(page: Page, words: string, note: string) {
  await selectWords(page, words);
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  await page.getByRole("textbox", { name: "Notiz" }).fill(note);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
}
