import { readFile } from "node:fs/promises";
import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { writeNote } from "../reading-together";
import { selectWords } from "../select-words";
import { paintedTexts } from "./painted-texts";

test("a counterpart that was computed is corrected, kept, and the note is found from it", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await writeNote(page, "ein Stück Weltpolitik", "Groß gesagt.");
  const before = await paintedTexts(page, "twin-yellow");
  const card = page.getByRole("article", { name: /Notiz zu „ein Stück Weltpolitik“/ });
  await card.getByRole("button", { name: "Gegenstück berichtigen" }).click();
  const sentence = page.locator("[data-side=en] [data-sentence]").nth(1);
  const words = (await sentence.innerText()).split(" ").slice(0, 2).join(" ");
  await selectWords(page, words);
  await page.getByRole("button", { name: "Diese Stelle nehmen" }).click();
  await expect.poll(() => paintedTexts(page, "twin-yellow")).toEqual([words]);
  expect(before).not.toEqual([words]);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await expect.poll(() => paintedTexts(page, "twin-yellow")).toEqual([words]);
});

test("notes are found, filtered in the address, changed together, taken back, written out and read in by somebody else", {
  tag: "@slow",
}, async ({ page, browser, article }) => {
  await openArticle(page, article);
  await writeNote(page, "ein Stück Weltpolitik", "Groß gesagt.");
  await writeNote(page, "aufmerksame Zuhörer", "Höflich gesagt.");

  await page.goto("/de/notes");
  const rows = page.getByRole("article");
  await expect(rows).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("searchbox").fill("höflich");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/h%C3%B6flich|höflich/);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await page.getByRole("searchbox").fill("");
  await expect(rows).toHaveCount(2);

  for (const box of await page.getByRole("checkbox", { name: /auswählen$/ }).all())
    await box.check();
  const bulk = page.getByRole("region", { name: "Ausgewählte Notizen" });
  await bulk.getByRole("button", { name: "Löschen" }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(rows).toHaveCount(2);

  await page.getByText("Ausgeben", { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /JSON-LD/ }).click(),
  ]);
  const file = await download.path();
  const exported = JSON.parse(await readFile(file, "utf8"));
  expect(JSON.stringify(exported)).toContain("TextPositionSelector");

  const another = await browser.newContext({ locale: "de-DE", baseURL: process.env.E2E_URL ?? "" });
  const other = await another.newPage();
  await openArticle(other, article);
  await selectWords(other, "ein Stück Weltpolitik");
  await other.getByRole("button", { name: "Rosa markieren" }).click();
  await expect(other.getByText("Gespeichert", { exact: true })).toBeVisible();
  await other.goto("/de/notes");
  await other.getByRole("button", { name: "Einlesen" }).click();
  await other.getByLabel("Datei").setInputFiles(file);
  await expect(other.getByText("Fertig.")).toBeVisible();
  await other.getByRole("button", { name: "Schließen" }).last().click();
  await expect(other.getByRole("article")).toHaveCount(3);
  await expect(other.getByText("Höflich gesagt.")).toBeVisible();
  await another.close();
});
