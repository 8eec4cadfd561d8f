import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "../fixtures";
import { runAdmin } from "../installation";
import { becomeEditor, importSeedLike, openWorkbench } from "./working";

const slug = `freigabe-${Date.now()}`;
const forGroup = `gruppentext-${Date.now()}`;
const forLink = `linktext-${Date.now()}`;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  await importSeedLike(slug);
});

test.beforeEach(async ({ context }) => {
  await becomeEditor(context);
});

test("a term of the glossary that comes as a table is missed in the text, and goes out as it came in", {
  tag: "@slow",
}, async ({ page }) => {
  await page.goto("/de/glossary");
  const csv = "Deutsch;Englisch;Anmerkung\nStadtrat;municipal assembly;nur hier\n";
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "glossar.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByText("1 Begriff aufgenommen.")).toBeVisible();
  await page.getByRole("textbox", { name: "Deutsch" }).fill("Mole");
  await page.getByRole("textbox", { name: "Englisch" }).fill("breakwater");
  await page.getByRole("button", { name: "Aufnehmen", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: "Mole" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Als CSV laden" }).click(),
  ]);
  const written = await readFile(await download.path(), "utf8");
  expect(written).toContain("Stadtrat,municipal assembly,nur hier\r\n");

  await openWorkbench(page, slug);
  await page.keyboard.press("h");
  await expect(
    page.getByText(/^Im Glossar steht für „Stadtrat“: municipal assembly\.$/),
  ).toBeVisible();

  await page.goto("/de/glossary");
  await page.getByRole("button", { name: "Stadtrat – municipal assembly löschen" }).click();
  await page.getByRole("button", { name: "Mole – breakwater löschen" }).click();
  await expect(page.getByText("Noch keine Begriffe")).toBeVisible();
});

test("an editor takes an article out of the library after a question, and readers do not find it any more", {
  tag: "@slow",
}, async ({ page, browser }) => {
  await page.goto(`/de/workbench/${slug}/publication`);
  await expect(page.getByText("In der Bibliothek, für alle.")).toBeVisible();
  await page.getByRole("button", { name: "Zurückziehen" }).click();
  await page.getByRole("button", { name: "Ja, wirklich" }).click();
  await expect(page).toHaveURL(/\/de$/);
  const context = await browser.newContext({ locale: "de-DE", baseURL: process.env.E2E_URL ?? "" });
  const reader = await context.newPage();
  const response = await reader.goto(`/de/read/${slug}`);
  expect(response?.status()).toBe(404);
  await context.close();
});

test("an owner gives an article to a group alone, and deletes it after a question", {
  tag: "@slow",
}, async ({ page, browser }) => {
  await importSeedLike(forGroup);
  const { viewer } = await (await page.request.get("/api/viewer")).json();
  const dataDir = process.env.E2E_DATA_DIR ?? "";
  await runAdmin(dataDir, ["user", "role", "--user", viewer.id, "--role", "owner"]);
  const name = "Lesekreis am Deich";
  await runAdmin(dataDir, ["group", "create", "--name", name, "--owner", viewer.id]);

  await page.goto(`/de/workbench/${forGroup}/publication`);
  await page.getByRole("button", { name: "Nur für die Gruppe „Lesekreis am Deich“" }).click();
  await expect(page.getByText("Für die Gruppe „Lesekreis am Deich“.")).toBeVisible();
  await expectAccessible(page);
  const context = await browser.newContext({ locale: "de-DE", baseURL: process.env.E2E_URL ?? "" });
  const stranger = await context.newPage();
  const refused = await stranger.goto(`/de/read/${forGroup}`);
  expect(refused?.status()).toBe(404);
  await context.close();

  await page.getByRole("button", { name: "Artikel löschen" }).click();
  await page.getByRole("button", { name: "Ja, wirklich" }).click();
  await expect(page).toHaveURL(/\/de$/);
  const gone = await page.goto(`/de/read/${forGroup}`);
  expect(gone?.status()).toBe(404);
});

test("an editor shows an article to whoever has its link, sees how many opened it, and takes the link back", {
  tag: "@slow",
}, async ({ page, browser }) => {
  await importSeedLike(forLink);
  await page.goto(`/de/workbench/${forLink}/publication`);
  await page.getByRole("button", { name: "Für alle, die einen Link haben" }).click();
  await expect(page.getByText("Für alle, die den Link haben.")).toBeVisible();
  await expect(page.getByText("Noch gibt es keinen Link.")).toBeVisible();
  await page.getByRole("button", { name: "Link erzeugen" }).click();
  const link = await page.getByRole("textbox", { name: "Link zum Weitergeben" }).inputValue();
  await expectAccessible(page);

  const context = await browser.newContext({ locale: "de-DE", baseURL: process.env.E2E_URL ?? "" });
  const reader = await context.newPage();
  expect((await reader.goto(`/de/read/${forLink}`))?.status()).toBe(404);
  await reader.goto(link);
  await expectAccessible(reader);
  await reader.getByRole("button", { name: "Lesen" }).click();
  await expect(reader).toHaveURL(new RegExp(`/de/read/${forLink}$`));
  await expect(reader.locator("[data-sentence]").first()).toBeVisible();

  await page.reload();
  await expect(page.getByText("von einer Person geöffnet")).toBeVisible();
  await page.getByRole("button", { name: /^Den Link vom .* zurücknehmen$/ }).click();
  await expect(page.getByText("Noch gibt es keinen Link.")).toBeVisible();
  expect((await reader.reload())?.status()).toBe(404);
  await context.close();
});
