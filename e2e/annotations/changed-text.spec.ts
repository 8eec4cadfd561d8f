import { expect, expectAccessible, openArticle, test, waitForReader } from "../fixtures";
import { selectWords } from "../select-words";
import { becomeEditor, importSeedLike, isKept, openWorkbench, save } from "../workbench/working";
import { paintedTexts } from "./painted-texts";

const slug = `gezeiten-${Date.now()}`;

test.beforeAll(async () => {
  await importSeedLike(slug);
});

test("the text is edited under two notes: one moves with its words, the other is kept without a place and gets a new one", {
  tag: "@slow",
}, async ({ page, context }) => {
  await becomeEditor(context);
  await openArticle(page, slug);
  for (const [words, colour] of [
    ["ein tiefes Summen", "Grün"],
    ["sechs Turbinen", "Blau"],
  ] as const) {
    await selectWords(page, words);
    await page.getByRole("button", { name: `${colour} markieren` }).click();
    await expect(page.getByRole("toolbar", { name: "Stelle markieren" })).toHaveCount(0);
  }
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  await openWorkbench(page, slug);
  await page.keyboard.press("f");
  await page
    .getByRole("textbox", { name: "Suchen" })
    .fill("ein tiefes Summen unter der alten Mole");
  await page.getByRole("textbox", { name: "Ersetzen durch" }).fill("das Rauschen der Räder");
  await page.getByRole("button", { name: "1 Stelle ersetzen" }).click();
  await page.keyboard.press("Escape");
  await isKept(page);
  await save(page, "Das Geräusch");
  await expect(page.getByText("Fassung 2 ist gespeichert.")).toBeVisible();

  await openArticle(page, slug);
  await expect.poll(() => paintedTexts(page, "highlight-blue")).toEqual(["sechs Turbinen"]);
  const orphan = page.getByRole("article", { name: "Notiz zu „ein tiefes Summen“" });
  await expect(orphan).toContainText("Diese Stelle gibt es im Text nicht mehr.");
  await orphan.getByText("Was jetzt dort steht").click();
  await expect(orphan.locator("ins").first()).toContainText("Rauschen");
  await orphan.hover();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Eine Notiz hat keine Stelle mehr" }).click();
  await orphan.getByText("Was jetzt dort steht").click();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1440, height: 900 });
  await orphan.getByRole("button", { name: "Neue Stelle wählen" }).click();
  await selectWords(page, "Rauschen der Räder");
  await page.getByRole("button", { name: "Diese Stelle nehmen" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-green")).toEqual(["Rauschen der Räder"]);
  await expect(page.getByText("Ohne Stelle")).toHaveCount(0);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await waitForReader(page);
  await expect.poll(() => paintedTexts(page, "highlight-green")).toEqual(["Rauschen der Räder"]);
});
