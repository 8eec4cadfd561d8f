import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, waitForReader } from "./fixtures";
import { runAdmin } from "./installation";

const document = readFileSync("e2e/fixtures/seed-like/document.txt", "utf8");
const [german = "", english = ""] = document.split(/ENGLISCH\s+ENGLISH/u);
const otherEnglish =
  readFileSync("content/why-the-sky-is-dark-at-night/en.mdx", "utf8").split("---")[2] ?? "";

test.use({ locale: "de-DE" });

/** Somebody whom the operator made an editor, signed in. */
async function signInAsEditor(page: Page): Promise<void> {
  const email = `${randomUUID()}@redaktion.example`;
  const password = randomUUID();
  const dataDir = process.env.E2E_DATA_DIR ?? "";
  const account = ["--email", email, "--role", "editor", "--password", password];
  await runAdmin(dataDir, ["user", "create", ...account]);
  const url = process.env.E2E_URL ?? "";
  const answer = await page.request.post(`${url}/api/auth/sign-in/password`, {
    headers: { origin: url },
    data: { email, password },
  });
  expect(answer.status()).toBe(200);
}

/** The start of the wizard, once it listens. */
async function openImport(page: Page): Promise<void> {
  await page.goto("/de");
  await page.getByRole("link", { name: "Einen Text hinzufügen" }).click();
  await expect(page.getByRole("heading", { name: "Einen Text hinzufügen" })).toBeVisible();
}

async function paste(page: Page, texts: readonly string[]): Promise<void> {
  await page.getByLabel("Eingefügt", { exact: true }).check();
  if (texts.length === 2) await page.getByLabel("Zwei Texte").check();
  for (const [index, text] of texts.entries()) await page.locator("textarea").nth(index).fill(text);
  await page.getByRole("button", { name: "Lesen und ausrichten" }).click();
}

const preview = (page: Page) => page.getByRole("region", { name: "Vorschau" });

test("an editor pastes the raw document, sees what it will be, and publishes it", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signInAsEditor(page);
  await openImport(page);
  await expectAccessible(page);
  await paste(page, [document]);

  await expect(preview(page)).toBeVisible({ timeout: 30_000 });
  await expect(preview(page).locator("[data-side=de] [data-sentence]")).toHaveCount(31);
  await expect(page.getByText("31 deutsche Sätze und 31 englische")).toBeVisible();
  await expect(page.getByText("Der deutsche Text hat keine Überschrift.")).toBeVisible();
  // What is no text of the article, and the flaws of the text.
  await expect(page.getByRole("listitem").filter({ hasText: "ENGLISCH (englisch)" })).toBeVisible();
  await expect(page.getByText("In der englischen Fassung: Hier fehlt ein Leerzeichen")).toHaveText(
    /„May,3“/u,
  );
  await page.getByRole("link", { name: "Hier fehlt ein Leerzeichen: „derDer“." }).click();
  const glued = preview(page).locator("[data-sentence]:focus");
  await expect(glued).toContainText("derDer");
  await expect(glued).toBeInViewport();
  const sentence = preview(page).locator("[data-side=de] [data-sentence]").first();
  await sentence.hover();
  await expect(preview(page).locator("[data-side=en] [data-sentence]").first()).toHaveAttribute(
    "data-lit",
  );
  await expectAccessible(page);

  await page.getByText("Anders verstehen").click();
  const line = page
    .getByRole("listitem")
    .filter({ hasText: "Anežka Dušková Marlowe, Beraterin für Küstenenergie" })
    .getByRole("combobox");
  await expect(line).toHaveValue("signature");
  await line.selectOption("Autorenzeile");
  await page.getByRole("button", { name: "Neu lesen" }).click();
  await expect(preview(page).getByText("Anežka Dušková Marlowe, Beraterin").first()).toBeVisible();
  await expect(line).toHaveValue("byline", { timeout: 30_000 });

  await page.getByRole("button", { name: "Als Entwurf speichern" }).click();
  await expect(page.getByRole("heading", { name: "Der Entwurf ist gespeichert." })).toBeVisible();
  const address = await page.getByRole("link", { name: "Lesen" }).getAttribute("href");
  const stranger = await browser.newContext();
  const before = await stranger.request.get(`${process.env.E2E_URL}${address}`);
  expect(before.status()).toBe(404);

  await page.getByRole("button", { name: "Veröffentlichen" }).click();
  await expect(
    page.getByRole("heading", { name: "Der Artikel steht in der Bibliothek." }),
  ).toBeVisible();
  const after = await stranger.request.get(`${process.env.E2E_URL}${address}`);
  expect(after.status()).toBe(200);
  await stranger.close();

  await page.getByRole("link", { name: "Lesen" }).click();
  await waitForReader(page);
  await expect(page.locator("[data-side=en] [data-sentence]")).toHaveCount(31);
});

test("two Word documents are put together, the languages told from their text, and a reader is told why they cannot publish", {
  tag: "@slow",
}, async ({ page }) => {
  await openImport(page);
  const folder = "formats/document/fixtures";
  const files = [`${folder}/pandoc-en.docx`, `${folder}/pandoc-de.docx`];
  await page.locator("input[type=file]").setInputFiles(files);
  const chosen = page.getByRole("list", { name: "Ausgewählte Dateien" });
  await expect(chosen).toContainText("pandoc-en.docx");
  await expect(chosen).toContainText("pandoc-de.docx");
  await page.getByRole("button", { name: "Lesen und ausrichten" }).click();
  const first = preview(page).locator("[data-side=de] [data-sentence]").first();
  await expect(first).toHaveText(/Als im Februar das Wasser stieg/u, { timeout: 30_000 });
  await page.getByText("Anders verstehen").click();
  await expect(page.getByLabel("Sprache von pandoc-en.docx")).toBeVisible();

  await page.getByRole("button", { name: "Als Entwurf speichern" }).click();
  await expect(page.getByText("Veröffentlichen können nur Redaktion und Eigentümer")).toBeVisible();
  await expect(page.getByRole("button", { name: "Veröffentlichen" })).toHaveCount(0);
  const saved = page.url();
  await page.getByRole("link", { name: "In der Werkbank verbessern" }).click();
  await expect(page.getByRole("heading", { name: /^Werkbank: / })).toBeVisible();
  await page.goto(saved);
  await page.getByRole("link", { name: "Lesen" }).click();
  await waitForReader(page);
  await expect(page.getByText("Entwurf").first()).toBeVisible();
  const heads = page.getByRole("heading", { level: 1 });
  await expect(heads).toHaveText(["Der Deich von Norderhörn", "The Dike at Norderhörn"]);
  await expect(page.locator("[data-side=de] strong")).toHaveText("Grete Janssen");
});

test("texts that have nothing to do with each other are not aligned at random", {
  tag: "@slow",
}, async ({ page }) => {
  test.setTimeout(90_000);
  await openImport(page);
  await paste(page, [german, otherEnglish]);
  await expect(page.getByText("scheinen keine Übersetzungen voneinander zu sein")).toBeVisible({
    timeout: 30_000,
  });
  await expect(preview(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Als Entwurf speichern" })).toHaveCount(0);
  // Both ways on: what was pasted can be changed, and a person may know better.
  await expectAccessible(page);
  await page.getByRole("link", { name: "Den eingefügten Text ändern" }).click();
  await expect(page.getByLabel("Der deutsche Text")).toHaveValue(german);
  await expect(page.getByLabel("Der englische Text")).toHaveValue(otherEnglish);
  await page.goBack();
  await page.getByRole("button", { name: "Trotzdem ausrichten" }).click();
  await expect(preview(page)).toBeVisible({ timeout: 30_000 });
});

test("what takes long can be called off, taken up again, and thrown away", async ({ page }) => {
  test.setTimeout(120_000);
  await openImport(page);
  // Long enough that nobody is faster: thousands of sentences.
  const times = (text: string) => Array.from({ length: 150 }, () => text).join("\n\n");
  const buffer = Buffer.from(`${times(german)}\n\nENGLISH\n\n${times(english)}`);
  const file = { name: "lang.txt", mimeType: "text/plain", buffer };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Lesen und ausrichten" }).click();
  const status = page.getByRole("status", { name: "Fortschritt" });
  const notice = page.getByText("Abgebrochen. Die Dateien sind noch da.");
  await expect(status).toContainText("…");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Noch einmal lesen" }).click();
  await expect(status).toContainText("…");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "Verwerfen" }).click();
  await page.getByRole("button", { name: "Ja, verwerfen" }).click();
  await expect(page.getByRole("heading", { name: "Einen Text hinzufügen" })).toBeVisible();
  await expect(page.getByRole("link", { name: "lang.txt" })).toHaveCount(0);
});

test("a keyboard is enough, from the library to the draft", { tag: "@slow" }, async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/de/import");
  await expect(page.getByRole("button", { name: "Dateien auswählen" })).toBeVisible();
  await page.getByLabel("Aus Dateien").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.locator("textarea")).toBeFocused();
  await page.keyboard.insertText(document);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Lesen und ausrichten" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(preview(page)).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Als Entwurf speichern" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Der Entwurf ist gespeichert." })).toBeVisible();
});

test("what was pasted is lost neither by another number of fields, nor by looking at files, nor by a reload", async ({
  page,
}) => {
  await openImport(page);
  await page.getByLabel("Eingefügt", { exact: true }).check();
  await page.getByLabel("Zwei Texte").check();
  await page.getByLabel("Der deutsche Text").fill("Guten Tag.");
  await page.getByLabel("Der englische Text").fill("Good day.");
  await page.getByLabel("Ein Text").check();
  await expect(page.locator("textarea")).toHaveCount(1);
  await page.getByLabel("Aus Dateien").check();
  await page.reload();
  await page.getByLabel("Zwei Texte").check();
  await expect(page.getByLabel("Der deutsche Text")).toHaveValue("Guten Tag.");
  await expect(page.getByLabel("Der englische Text")).toHaveValue("Good day.");
  await page.goto("/de");
  await page.goBack();
  await expect(page.getByLabel("Der englische Text")).toHaveValue("Good day.");
});

test("an EPUB is brought on the smallest phone: its parts are kept, and nothing is cut off", {
  tag: "@slow",
}, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openImport(page);
  await page
    .locator("input[type=file]")
    .setInputFiles("formats/document/fixtures/pandoc-both.epub");
  await page.getByRole("button", { name: "Lesen und ausrichten" }).click();
  const english = preview(page).locator("[data-side=en]");
  await expect(english.getByRole("listitem")).toHaveCount(3, { timeout: 30_000 });
  await expect(english.getByRole("blockquote")).toBeVisible();
  await page.getByText("Anders verstehen").click();
  const overflow = await page.evaluate(
    () => globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test("what is too large is refused in words, and nothing is sent", { tag: "@slow" }, async ({
  page,
}) => {
  await openImport(page);
  let sent = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/imports")) sent += 1;
  });
  await page.locator("input[type=file]").setInputFiles({
    name: "riese.txt",
    mimeType: "text/plain",
    buffer: Buffer.alloc(21_000_000, "a"),
  });
  await page.getByRole("button", { name: "Lesen und ausrichten" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "20 MB" })).toBeVisible();
  expect(sent).toBe(0);
});

test("whoever brings one language twice is told so, may say which file is which, and gets on to other files", {
  tag: "@slow",
}, async ({ page }) => {
  await openImport(page);
  const file = (name: string) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(german),
  });
  await page.locator("input[type=file]").setInputFiles([file("a.txt"), file("b.txt")]);
  await page.getByRole("button", { name: "Lesen und ausrichten" }).click();
  const refused = page.getByRole("heading", { name: "Daraus wird so kein Artikel" });
  await expect(refused).toBeVisible();
  await expect(page.getByText("nur deutscher Text")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Sprache von b.txt").selectOption("Englisch");
  await expect(page.getByLabel("Sprache von a.txt")).toHaveValue("de");
  await page.getByRole("button", { name: "Neu lesen" }).click();
  // Whoever insists sees what it would be, and can take that back.
  await expect(preview(page)).toBeVisible({ timeout: 30_000 });
  await page.getByText("Anders verstehen").click();
  await page.getByRole("button", { name: "Alles zurücknehmen" }).click();
  await expect(refused).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Andere Dateien nehmen" }).click();
  await expect(page.getByRole("button", { name: "Dateien auswählen" })).toBeVisible();
});
