import { expect, openArticle, test, waitForReader } from "../fixtures";
import { selectWords } from "../select-words";
import { paintedTexts } from "./painted-texts";

test("without a connection a mark waits, says so, and is saved exactly once when it is back", async ({
  page,
  context,
  article,
}) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect.poll(() => paintedTexts(page, "highlight-green")).toEqual(["aufmerksame Zuhörer"]);
  await expect(page.getByText(/^Keine Verbindung/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  expect(await storedCount(page, article)).toBe(1);
});

test("a mark that could not be sent survives a reload", async ({ page, context, article }) => {
  await openArticle(page, article);
  await page.route("**/api/annotations/**", (route) => route.abort());
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Grün markieren" }).click();
  await expect(page.getByText(/^Keine Verbindung/)).toBeVisible();
  await page.close();

  const later = await context.newPage();
  await openArticle(later, article);
  await expect.poll(() => paintedTexts(later, "highlight-green")).toEqual(["aufmerksame Zuhörer"]);
  await expect.poll(() => storedCount(later, article)).toBe(1);
});

test("two tabs at their first mark are one reader, and each sees what the other did", async ({
  page,
  context,
  article,
}) => {
  const other = await context.newPage();
  await openArticle(page, article);
  await openArticle(other, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await selectWords(other, "ein Stück Weltpolitik");
  await Promise.all([
    page.getByRole("button", { name: "Gelb markieren" }).click(),
    other.getByRole("button", { name: "Blau markieren" }).click(),
  ]);
  for (const tab of [page, other]) {
    await expect.poll(() => paintedTexts(tab, "highlight-yellow")).toEqual(["aufmerksame Zuhörer"]);
    await expect.poll(() => paintedTexts(tab, "highlight-blue")).toEqual(["ein Stück Weltpolitik"]);
  }
  await expect.poll(() => storedCount(page, article)).toBe(2);
  await other.close();
});

test("what was being written is still there after Escape, after a reload, and after saving it is a note", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  const editor = page.getByRole("textbox", { name: "Notiz" });
  await editor.pressSequentially("Ein **halber** Gedanke");
  await page.keyboard.press("Escape");
  const goOn = page.getByRole("button", { name: /Weiterschreiben/ });
  await expect(goOn).toBeVisible();

  await page.reload();
  await waitForReader(page);
  await goOn.click();
  await expect(editor).toContainText("Ein halber Gedanke");
  await expect(editor.locator("strong")).toHaveText("halber");
  await page.keyboard.press("Control+Enter");
  const card = page.getByRole("article", { name: /Notiz zu/ });
  await expect(card.locator("strong")).toHaveText("halber");
  await expect(goOn).toHaveCount(0);
});

test("a note with a list, a quote and a link is read as it was written", { tag: "@slow" }, async ({
  page,
  article,
}) => {
  await openArticle(page, article);
  await selectWords(page, "aufmerksame Zuhörer");
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  const editor = page.getByRole("textbox", { name: "Notiz" });
  await editor.click();
  const tools = page.getByRole("toolbar", { name: "Schrift und Absätze" });
  await tools.getByRole("button", { name: "Liste", exact: true }).click();
  await page.keyboard.type("eins");
  await expect(tools.getByRole("button", { name: "Liste", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("> gesagt ist gesagt");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tools.getByRole("button", { name: "Link" }).click();
  await page.getByRole("textbox", { name: "Adresse des Links" }).fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ein Link beginnt mit")).toBeVisible();
  await page.getByRole("textbox", { name: "Adresse des Links" }).fill("example.org");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Speichern" }).click();

  const card = page.getByRole("article", { name: /Notiz zu/ });
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.reload();
  await expect(card.getByRole("listitem")).toHaveText("eins");
  await expect(card.getByRole("blockquote")).toHaveText("gesagt ist gesagt");
  await expect(card.getByRole("link")).toHaveAttribute("href", "https://example.org");
});

test("the editor's library is not among the scripts that the page begins with", async ({
  page,
  article,
  baseURL,
}) => {
  const html = await (
    await page.request.get(`/de/read/${article}`, { headers: { cookie: "any=1" } })
  ).text(); // not at rest
  const scripts = [...html.matchAll(/ (?:src|href)="([^"]+\.js)"/g)].map(([, src]) => src ?? "");
  expect(scripts.length).toBeGreaterThan(2);
  for (const src of scripts) {
    const script = await (await page.request.get(new URL(src, baseURL).href)).text();
    expect(script, src).not.toContain("ProseMirror");
  }
});

async function storedCount(page: import("@playwright/test").Page, article: string) {
  return page.evaluate(async (slug) => {
    const response = await fetch(`/api/articles/${slug}/annotations`);
    return (await response.json()).annotations.length;
  }, article);
}
