import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { runChecks } from "../installation";
import { becomeEditor, importSeedLike, isKept, newEditor, openWorkbench } from "./working";

const slug = `befunde-${Date.now()}`;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  await importSeedLike(slug);
});

test.beforeEach(async ({ context }) => {
  await becomeEditor(context);
});

test("the flaws of the document are found, gone through by key, and mended by one key that can be taken back", async ({
  page,
}) => {
  await openWorkbench(page, slug);
  await page.keyboard.press("h");
  const panel = page.getByRole("complementary", { name: "Was zum Text gesagt wird" });
  const glued = panel.getByRole("listitem").filter({ hasText: "in derDer" });
  await expect(glued).toHaveCount(1);
  await glued.getByRole("button", { name: /Absatz/ }).click();
  await expect(glued).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("c");
  await expect(glued).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(glued).toHaveCount(1);
  await page.keyboard.press(".");
  await expect(panel.locator("[aria-current]")).toHaveCount(1);
  await page.keyboard.press(",");
  await expectAccessible(page);
  await isKept(page);
});

test("a headline that is missing is written where its finding leads", {
  tag: "@slow",
}, async ({ page }) => {
  await openWorkbench(page, slug);
  await page.keyboard.press("h");
  const missing = page.getByRole("listitem").filter({ hasText: "hat keine Überschrift" });
  await missing.getByRole("button", { name: /Kopf oder Schluss/ }).click();
  const dialog = page.getByRole("dialog", { name: "Titel und Zeilen um den Text" });
  const headline = dialog
    .getByRole("group", { name: "Deutsch" })
    .getByLabel("Titel", { exact: true });
  await expect(headline).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("Was der Vertrag verspricht");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(missing).toHaveCount(0);
  await page.keyboard.press("Shift+E");
  await expect(dialog.getByRole("textbox").first()).toBeFocused();
  await expect(headline).toHaveValue("Was der Vertrag verspricht");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(missing).toHaveCount(1);
  await isKept(page);
});

test("the command finds the same in an article that only the database has", {
  tag: "@slow",
}, async () => {
  const printed = await runChecks(process.env.E2E_DATA_DIR ?? "", slug);
  const { findings } = JSON.parse(printed);
  const glued = findings.filter(({ rule }: { rule: string }) => rule === "glued-words");
  expect(glued.map(({ values }: { values: { text: string } }) => values.text)).toContain("derDer");
});

test("what one editor finds right as it stands is not shown again: not on the next visit, not to another editor, until it is recalled", {
  tag: "@slow",
}, async ({ page, browser }) => {
  const finding = (of: typeof page) =>
    of.getByRole("listitem").filter({ hasText: "win win" }).first();
  await openWorkbench(page, slug);
  await page.keyboard.press("h");
  await finding(page).getByRole("button", { name: "Stimmt so" }).click();
  await expect(finding(page)).toHaveCount(0);

  const other = await newEditor(browser);
  await openWorkbench(other, slug);
  await other.keyboard.press("h");
  await expect(other.getByRole("button", { name: "1 verworfen" })).toBeVisible();
  await expect(finding(other)).toHaveCount(0);
  await other.getByRole("button", { name: "1 verworfen" }).click();
  await finding(other).getByRole("button", { name: "Wieder zeigen" }).click();
  await expect(other.getByRole("button", { name: "0 verworfen" })).toBeVisible();
  await other.context().close();

  await openWorkbench(page, slug);
  await page.keyboard.press("h");
  await expect(finding(page)).toHaveCount(1);
});

test("a slip is told while it is still being written", { tag: "@slow" }, async ({ page }) => {
  await openWorkbench(page, slug);
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Deutscher Text" })).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Das ist ist so.");
  await expect(
    page.getByRole("list", { name: "Beim Schreiben aufgefallen" }).getByText("„ist ist“"),
  ).toBeVisible();
  await page.keyboard.press("Escape");
});

test("on a phone the findings lie over the foot of the rows, and everything stays in the window", {
  tag: "@slow",
}, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWorkbench(page, slug);
  await page.getByRole("button", { name: /^Befunde, Kommentare, Meldungen/ }).click();
  await expect(page.getByRole("tab", { name: /^Befunde/ })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("whoever works on the text sees findings beside the rows they read, and other readers do not", {
  tag: "@slow",
}, async ({ page, browser }) => {
  await page.goto(`/de/read/${slug}`);
  const findings = page.locator("details").filter({ hasText: "In der Werkbank öffnen" });
  await findings.first().locator("summary").click();
  const link = findings.first().getByRole("link", { name: "In der Werkbank öffnen" });
  await expectAccessible(page);
  await link.click();
  await expect(page.locator("[data-sentence][aria-current]")).toBeFocused();

  const context = await browser.newContext({ locale: "de-DE", baseURL: process.env.E2E_URL ?? "" });
  const reader = await context.newPage();
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const answered = reader.waitForResponse("**/api/viewer");
  await openArticle(reader, slug);
  await answered;
  expect(asked.filter((path) => path.startsWith("/api/workbench"))).toEqual([]);
  await context.close();
});

test("beside the scrollbar of the reading page the text is shown by how sure it is; a click goes there", {
  tag: "@slow",
}, async ({ page }) => {
  await page.goto(`/de/read/${slug}`);
  const strip = page.getByTestId("heat").locator("svg");
  const box = await strip.boundingBox();
  if (!box) throw new Error("There is no strip");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 3);
  const last = page.locator('[data-side="de"] [data-row]').last();
  await expect(last).toBeInViewport();
});
