import { join } from "node:path";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { runAdmin, runImport } from "../installation";

const document = join(import.meta.dirname, "../fixtures/seed-like/document.txt");

/** Imports the document of the seed's shape under a name of its own, into the library. */
export async function importSeedLike(slug: string): Promise<void> {
  const dataDir = process.env.E2E_DATA_DIR ?? "";
  await runImport(dataDir, [document, "--slug", slug, "--publish"]);
}

/** Makes the browser one whose account is an editor's. */
export async function becomeEditor(context: BrowserContext): Promise<void> {
  const url = process.env.E2E_URL ?? "";
  const answer = await context.request.post(`${url}/api/auth/sign-in/anonymous`, {
    headers: { origin: url },
    data: {},
  });
  expect(answer.status()).toBe(200);
  const { viewer } = await (await context.request.get(`${url}/api/viewer`)).json();
  const dataDir = process.env.E2E_DATA_DIR ?? "";
  await runAdmin(dataDir, ["user", "role", "--user", viewer.id, "--role", "editor"]);
}

export async function newEditor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE", baseURL: process.env.E2E_URL ?? "" });
  await becomeEditor(context);
  return context.newPage();
}

/** Opens the workbench and waits until keys mean something there. */
export async function openWorkbench(page: Page, slug: string): Promise<void> {
  await page.goto(`/de/workbench/${slug}`);
  await expect(page.locator("[data-sentence][aria-current]")).toBeFocused();
}

/** Waits until the server has all that was done. */
export async function isKept(page: Page): Promise<void> {
  await expect(page.getByText("Alles gesichert")).toBeVisible();
}

export async function save(page: Page, message: string): Promise<void> {
  await isKept(page);
  await page.keyboard.press("Control+s");
  await page.getByRole("textbox", { name: "Was hat sich geändert?" }).fill(message);
  await page.keyboard.press("Enter");
}
