import { expect, test } from "../fixtures";
import { becomeEditor, importSeedLike, isKept, newEditor, openWorkbench, save } from "./working";

const slug = `werkbank-${Date.now()}`;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  await importSeedLike(slug);
});

test.beforeEach(async ({ context }) => {
  await becomeEditor(context);
});

test("an article is verified from the first row to the last by keyboard alone, and saved", async ({
  page,
}) => {
  await openWorkbench(page, slug);
  const done = page.getByText("Alles ist geprüft.");
  for (let row = 0; row < 30 && !(await done.isVisible()); row += 1) await page.keyboard.press("v");
  await expect(done).toBeVisible();
  await expect(page.getByText("100 % geprüft")).toBeVisible();
  await save(page, "Alles geprüft");
  await expect(page.getByText("Fassung 2 ist gespeichert.")).toBeVisible();
});

test("what was done is taken back after the page was loaded anew, and done again", {
  tag: "@slow",
}, async ({ page }) => {
  await openWorkbench(page, slug);
  const rows = page.getByText(/^\d+ Absätze$/);
  const before = (await rows.textContent()) ?? "";
  await page.keyboard.press("m");
  await expect(rows).not.toHaveText(before);
  await isKept(page);
  await page.reload();
  await expect(page.locator("[data-sentence][aria-current]")).toBeFocused();
  await expect(rows).not.toHaveText(before);
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveText(before);
  await page.keyboard.press("Control+y");
  await expect(rows).not.toHaveText(before);
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveText(before);
});

test("a text is edited where it stands, and a sentence is looked for and replaced on both sides", {
  tag: "@slow",
}, async ({ page }) => {
  await openWorkbench(page, slug);
  await page.keyboard.press("e");
  const editor = page.getByRole("textbox", { name: "Deutscher Text" });
  await expect(editor).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" So ist es.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "So ist es.", exact: true })).toBeVisible();

  await page.keyboard.press("f");
  await page.getByRole("textbox", { name: "Suchen" }).fill("So ist es.");
  await page.getByRole("textbox", { name: "Ersetzen durch" }).fill("Genau so.");
  await expect(page.getByText("1 Stelle", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "1 Stelle ersetzen" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Genau so.", exact: true })).toBeVisible();
  await isKept(page);
});

test("two editors at once: the second sees what changed, chooses, and nothing is lost", async ({
  page,
  browser,
}) => {
  const other = await newEditor(browser);
  await openWorkbench(page, slug);
  await openWorkbench(other, slug);

  await other.keyboard.press("r");
  await save(other, "Der erste Absatz ist zweifelhaft");
  await expect(other.getByText(/^Fassung \d+ ist gespeichert\.$/)).toBeVisible();

  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await save(page, "Der erste Absatz ist wieder offen");
  await expect(page.getByRole("heading", { name: /^Inzwischen gibt es Fassung/ })).toBeVisible();
  await expect(page.getByText(/noch einmal anzusehen/)).toBeVisible(); // what the words alone do not tell
  await page.getByRole("radio", { name: /^Ihre Fassung/ }).check();
  await page.getByRole("button", { name: "Zusammenführen" }).click();
  await expect(page.locator("[data-sentence][aria-current]")).toBeFocused();
  await save(page, "Zusammengeführt");
  await expect(page.getByText(/^Fassung \d+ ist gespeichert\.$/)).toBeVisible();
  await other.context().close();
});

test("a version is compared with another and restored", async ({ page }) => {
  await page.goto(`/de/workbench/${slug}/versions?from=1&to=2`);
  await expect(page.getByRole("heading", { name: "Von Fassung 1 zu Fassung 2" })).toBeVisible();
  await expect(page.getByText(/Satzpaare geprüft/).first()).toBeVisible();
  await page.getByRole("button", { name: "Wiederherstellen 1", exact: true }).click();
  await expect(page.getByText("0 % geprüft", { exact: true })).toBeVisible();
  await save(page, "Wieder wie am Anfang");
  await expect(page.getByText(/^Fassung \d+ ist gespeichert\.$/)).toBeVisible();
});

test("the keys are shown on asking, each as something that can be done there", {
  tag: "@slow",
}, async ({ page }) => {
  await openWorkbench(page, slug);
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "Tasten der Werkbank" })).toBeVisible();
  await page.getByRole("button", { name: /^Noch einmal ansehen/ }).click();
  await expect(page.getByText("noch einmal ansehen").first()).toBeVisible();
});

test("on a phone everything is within reach of a finger", { tag: "@slow" }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWorkbench(page, slug);
  await page
    .getByRole("button", { name: /Geprüft$/ })
    .first()
    .click();
  await isKept(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a reader who may not edit is offered no way in, and finds none", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-DE", baseURL: process.env.E2E_URL ?? "" });
  const page = await context.newPage();
  await page.goto(`/de/read/${slug}`);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Ausrichtung bearbeiten" })).toHaveCount(0);
  const response = await page.goto(`/de/workbench/${slug}`);
  expect(response?.status()).toBe(404);
  await context.close();
});
