import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible, waitForReader } from "./fixtures";
import { selectWords } from "./select-words";

/** A browser of its own, with nobody in it yet. */
export async function newReader(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, locale: "de-DE" });
  return context.newPage();
}

/** Takes an invitation, and is in the group then. */
export async function join(
  page: Page,
  link: string,
  name: string,
  group = "Klasse 9b",
): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Ihr Name in der Gruppe").fill(name);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mitmachen" }).click();
  await expect(page.getByRole("heading", { name: group, level: 1 })).toBeVisible();
}

export async function writeNote(page: Page, words: string, note: string): Promise<void> {
  await waitForReader(page);
  await selectWords(page, words);
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  await page.getByRole("textbox", { name: "Notiz" }).fill(note);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
}

export function cardOf(page: Page, note: string) {
  return page.getByRole("article").filter({ hasText: note }).last();
}

/** Moves a note to an audience, after reading who will see it then. */
export async function shareWith(page: Page, note: string, audience: string, preview: string) {
  await cardOf(page, note)
    .getByRole("button", { name: /ändern, wer das sieht/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Wer sieht das?" });
  await dialog.getByRole("radio", { name: audience }).check();
  await expect(dialog.getByRole("status").first()).toContainText(preview);
  await dialog.getByRole("button", { name: "Ändern" }).click();
  await expect(cardOf(page, note).getByRole("button", { name: audience })).toBeVisible();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
}
