import { expect, openArticle, test, waitForReader } from "./fixtures";

test("with the keyboard alone: mark a sentence, write a note, change its colour, delete it, undo", async ({
  page,
  article,
}) => {
  await page.goto(`/de/read/${article}`, { waitUntil: "domcontentloaded" });
  await waitForReader(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("h");
  await page.keyboard.press("n");
  const editor = page.getByRole("textbox", { name: "Notiz" });
  await expect(editor).toBeFocused();
  await page.keyboard.type("Mit den Tasten geschrieben.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  const card = page.getByRole("article", { name: /Notiz zu/ });
  await expect(card).toContainText("Mit den Tasten geschrieben.");

  await card.getByRole("button", { name: "Farbe: Blau" }).focus();
  await page.keyboard.press("Enter");
  await expect(card.getByRole("button", { name: "Farbe: Blau" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await card.getByRole("button", { name: "Löschen" }).focus();
  await page.keyboard.press("Enter");
  await expect(card).toHaveCount(0);
  await page.getByRole("button", { name: "Rückgängig" }).focus();
  await page.keyboard.press("Enter");
  await expect(card).toContainText("Mit den Tasten geschrieben.");
  await page.reload();
  await expect(card).toContainText("Mit den Tasten geschrieben.");
});

test("whoever walks on from a chosen sentence writes on the one they have come to", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await page.keyboard.press("j");
  await page.keyboard.press("h");
  const bar = page.getByRole("toolbar", { name: "Stelle markieren" });
  await expect(bar).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(bar).toHaveCount(0);
  const here = (await page.locator("[data-sentence]:focus").textContent()) ?? "";
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Notiz" })).toBeFocused();
  await page.keyboard.type("Zu diesem Satz.");
  await page.keyboard.press("Control+Enter");
  const card = page.getByRole("article", { name: /Notiz zu/ });
  await expect(card).toHaveCount(1);
  const name = (await card.getAttribute("aria-label")) ?? "";
  expect(name).toContain(here.trim().slice(0, 20));
});

test("the first Tab offers the way past the header", async ({ page, article }) => {
  await openArticle(page, article);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  await expect(focused).toHaveAttribute("href", /#r1$/);
});

test("what is pressed and written before marking and its editor have come is not lost", async ({
  page,
  article,
}) => {
  const first = await page.request.get(`/de/read/${article}`);
  const inPage = await first.text();
  const [marking, editor] = [gate(), gate()];
  let next = marking;
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const isLater = !inPage.includes(new URL(route.request().url()).pathname);
    if (isLater) await next.opened;
    await route.continue();
  });
  await page.goto(`/de/read/${article}`, { waitUntil: "domcontentloaded" });
  await waitForReader(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("h");
  await page.keyboard.press("n");
  next = editor;
  marking.open();

  const note = page.getByRole("textbox", { name: "Notiz" });
  await expect(note).toBeFocused();
  await page.keyboard.type("Schon da, ");
  editor.open();
  await page.keyboard.type("ehe der Editor kommt, ");
  await expect(page.getByRole("toolbar", { name: "Schrift und Absätze" })).toBeVisible();
  await page.keyboard.type("und danach.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article", { name: /Notiz zu/ })).toContainText(
    "Schon da, ehe der Editor kommt, und danach.",
  );
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
