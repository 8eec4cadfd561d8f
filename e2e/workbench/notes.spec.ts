import { expect, expectAccessible, test, waitForReader } from "../fixtures";
import { selectWords } from "../select-words";
import { becomeEditor, importSeedLike, openWorkbench, save } from "./working";

const slug = `randnotizen-${Date.now()}`;
const words = "ein tiefes Summen unter der alten Mole";

test("what was marked while reading is marked in the workbench, goes along when the text before it is rewritten, and its note is changed there", {
  tag: "@slow",
}, async ({ page, context }) => {
  await importSeedLike(slug);
  await becomeEditor(context);
  await page.goto(`/de/read/${slug}`);
  await waitForReader(page);
  await selectWords(page, words);
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  await page.getByRole("textbox", { name: "Notiz" }).fill("Woher kommt es?");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  await openWorkbench(page, slug);
  const mark = page.locator("mark", { hasText: words });
  await expect(mark).toHaveText(words);

  await page.keyboard.press("e");
  const editor = page.getByRole("textbox", { name: "Deutscher Text" });
  await expect(editor).toBeFocused();
  await editor.click({ position: { x: 8, y: 14 } });
  await page.keyboard.press("Home");
  await page.keyboard.type("Neuerdings ist es anders. ");
  await page.keyboard.press("Control+Enter");
  await expect(
    page.getByRole("button", { name: "Neuerdings ist es anders.", exact: true }),
  ).toBeVisible();
  await expect(mark).toHaveText(words);

  await page.getByRole("button", { name: "1 Notiz" }).click();
  const panel = page.getByRole("tabpanel", { name: /^Notizen/ });
  await expect(panel.getByText("Woher kommt es?")).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Ändern" }).click();
  await page.getByRole("textbox", { name: "Notiz" }).fill("Es kommt von den Turbinen.");
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("Es kommt von den Turbinen.")).toBeVisible();

  await page.getByRole("tab", { name: "Befunde" }).focus();
  await save(page, "Ein Satz davor");
  await expect(page.getByText("Fassung 2 ist gespeichert.")).toBeVisible();
  await expect(mark).toHaveText(words);
  await page.goto(`/de/read/${slug}`);
  await waitForReader(page);
  await expect(page.getByText("Es kommt von den Turbinen.")).toBeVisible();
  const painted = () =>
    page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map((range) => (range instanceof Range ? range.toString() : "")),
      ),
    );
  await expect.poll(painted).toContain(words);

  await openWorkbench(page, slug);
  await page.getByRole("button", { name: "1 Notiz" }).click();
  await panel.getByRole("button", { name: "Löschen" }).click();
  await expect(mark).toHaveCount(0);
  await panel.getByRole("button", { name: "Rückgängig" }).click();
  await expect(mark).toHaveText(words);
});
