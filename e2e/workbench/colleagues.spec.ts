import { expect, expectAccessible, test } from "../fixtures";
import { becomeEditor, importSeedLike, newEditor, openWorkbench } from "./working";

const slug = `kollegen-${Date.now()}`;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  await importSeedLike(slug);
});

test("a comment on a row reaches a colleague, who deals with it", { tag: "@slow" }, async ({
  page,
  browser,
}) => {
  await becomeEditor(page.context());
  await openWorkbench(page, slug);
  await page.keyboard.press("j");
  await page.keyboard.press("y");
  await page.getByRole("textbox", { name: /^Kommentar zu Absatz/ }).fill("Stimmt der Name?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "1 Kommentar" })).toBeVisible();

  const other = await newEditor(browser);
  await openWorkbench(other, slug);
  await other.getByRole("button", { name: "1 Kommentar" }).click();
  const comment = other.getByRole("listitem").filter({ hasText: "Stimmt der Name?" });
  await expect(comment.getByRole("button", { name: "Löschen" })).toHaveCount(0);
  await comment.getByRole("button", { name: "Erledigt" }).click();
  await expect(comment.getByRole("button", { name: "Wieder öffnen" })).toBeVisible();
  await expect(other.getByRole("button", { name: "1 Kommentar" })).toHaveCount(0);
  await expectAccessible(other);
  await other.context().close();
});

test("what a reader without an account reports waits in the queue, is answered, and leads to the version that mended it", {
  tag: "@slow",
}, async ({ page, browser }) => {
  await page.goto(`/de/read/${slug}`);
  const sentence = page.locator('[data-side="de"] [data-sentence]').nth(2);
  await sentence.click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Fehler melden" }).last().click();
  const dialog = page.getByRole("dialog", { name: "Etwas stimmt nicht" });
  await dialog.getByRole("radio", { name: "Falsch übersetzt" }).check();
  await dialog.getByRole("textbox").fill("Da fehlt die Hälfte.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Melden", exact: true }).click();
  await expect(dialog.getByText(/^Danke\./)).toBeVisible();
  await dialog.getByRole("button", { name: "Schließen" }).click();

  const editor = await newEditor(browser);
  await openWorkbench(editor, slug);
  await editor.getByRole("button", { name: /^Befunde, Kommentare, Meldungen/ }).click();
  await editor.getByRole("tab", { name: /^Meldungen/ }).click();
  const report = editor.getByRole("listitem").filter({ hasText: "Da fehlt die Hälfte." });
  await report.getByRole("textbox", { name: /^Antwort/ }).fill("Danke, ergänzt.");
  await report.getByRole("button", { name: "Behoben mit Fassung 1" }).click();
  await expect(report.getByText("behoben")).toBeVisible();
  await expect(report.getByRole("link", { name: "Fassung 1 ansehen" })).toHaveAttribute(
    "href",
    /versions\?from=1&to=1/,
  );
  await expectAccessible(editor);
  await editor.context().close();
});
