import type { Page } from "@playwright/test";
import { expect, expectAccessible, openArticle, test } from "../fixtures";
import { writeNote } from "../reading-together";

test("a tag is offered from its beginning, two are made one for all notes, and that is taken back", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await writeNote(page, "ein Stück Weltpolitik", "Groß gesagt.");
  await giveTag(page, "Groß gesagt.", "Rohstoffe");
  await writeNote(page, "aufmerksame Zuhörer", "Höflich gesagt.");
  await giveTag(page, "Höflich gesagt.", "Rohstoff-Politik");

  const field = await openTags(page, "Höflich gesagt.");
  await field.fill("Ro");
  await page.getByRole("option", { name: "Rohstoffe" }).click();
  const card = cardOf(page, "Höflich gesagt.");
  await expect(card.getByRole("button", { name: "„Rohstoffe“ entfernen" })).toBeVisible();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  await page.goto("/de/notes");
  await page.getByRole("button", { name: "Schlagwörter", exact: true }).click();
  const manager = page.getByRole("dialog", { name: "Schlagwörter verwalten" });
  const rows = manager.getByRole("listitem");
  await expect(rows.filter({ hasText: "Rohstoffe" })).toContainText("2 Notizen");
  await manager.getByRole("button", { name: "„Rohstoff-Politik“ umbenennen" }).click();
  await manager.getByRole("textbox").fill("Rohstoffe");
  await manager.getByRole("button", { name: "Zusammenlegen" }).click();
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(rows).toHaveCount(2);
});

function cardOf(page: Page, note: string) {
  return page.getByRole("article").filter({ hasText: note });
}

async function openTags(page: Page, note: string) {
  const card = cardOf(page, note);
  await card.hover();
  const field = card.getByRole("combobox");
  // The button closes the field again where it is open.
  if (!(await field.isVisible()))
    await card.getByRole("button", { name: "Schlagwörter", exact: true }).click();
  return field;
}

async function giveTag(page: Page, note: string, tag: string) {
  const field = await openTags(page, note);
  await field.fill(tag);
  await field.press("Enter");
  await field.press("Escape");
  await expect(cardOf(page, note).getByText(tag)).toBeVisible();
}
