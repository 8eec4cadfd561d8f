import type { Page, Route } from "@playwright/test";
import { expect, openArticle, test } from "../fixtures";
import { selectWords } from "../select-words";

test("notes stand in the order of the text, a row says how many it has, and keys lead into a note and back to its words", {
  tag: "@slow",
}, async ({ page, article }) => {
  await openArticle(page, article);
  await note(page, "Bodenschätze", "Als Zweites im Text, als Erstes geschrieben.");
  await note(page, "aufmerksame Zuhörer", "Als Erstes im Text.");
  await expect(
    page.getByRole("button", { name: /^2 Notizen in Absatz 1|^1 Notiz in Absatz 1/ }),
  ).toBeVisible();
  const cards = page.getByRole("complementary", { name: "Notizen am Rand" }).getByRole("article");
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText("Als Erstes im Text.");

  const sentence = page.locator("[data-side=de] [data-sentence]", { hasText: "Zuhörer" }).first();
  await sentence.focus();
  await page.keyboard.press("Enter");
  const bar = page.getByRole("toolbar", { name: "Markierung ändern" });
  await expect(bar.getByRole("button", { name: "Notiz" })).toBeFocused();
  await expectLargeTargets(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Notiz" })).toBeFocused();
  await expectLargeTargets(page);
  await page.keyboard.press("Control+Enter");
  await expect(cards.first()).toBeFocused();
  await expectLargeTargets(page);
  await page.keyboard.press("Escape");
  await expect(sentence).toBeFocused();
});

test("what is saved, refused, kept twice and waiting for a connection is said where a screen reader hears it", {
  tag: "@slow",
}, async ({ page, context, article }) => {
  await openArticle(page, article);
  const said = page.getByRole("status");
  await note(page, "aufmerksame Zuhörer", "Von hier.");
  await expect(said.filter({ hasText: /^Gespeichert$/ })).toBeVisible();

  // Somebody with the same account wrote something else meanwhile.
  const meanwhile = async (route: Route) => {
    const stored = await (await page.request.get(route.request().url())).json();
    const content = [{ type: "paragraph", content: [{ type: "text", text: "Von anderswo." }] }];
    const current = { ...stored, note: { type: "doc", content }, revision: stored.revision + 1 };
    await route.fulfill({ status: 412, json: { reason: "stale", current } });
  };
  await page.route("**/api/annotations/*", meanwhile, { times: 1 });
  await edit(page, "Von hier.", "Von hier, geändert.");
  await expect(said.filter({ hasText: "Beide Fassungen sind noch da." })).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "Von anderswo." })).toBeVisible();

  await page.route("**/api/annotations/*", (route) =>
    route.fulfill({ status: 422, json: { reason: "invalid" } }),
  );
  await edit(page, "Von hier, geändert.", "Das nimmt niemand.");
  await expect(said.filter({ hasText: /^Nicht gespeichert: / })).toBeVisible();
  await page.unroute("**/api/annotations/*");

  await context.setOffline(true);
  await edit(page, "Das nimmt niemand.", "Ohne Verbindung.");
  await expect(said.filter({ hasText: /^Keine Verbindung/ })).toBeVisible();
  await context.setOffline(false);
  await expect(said.filter({ hasText: /^Gespeichert$/ })).toBeVisible();
});

async function note(page: Page, words: string, text: string): Promise<void> {
  await selectWords(page, words);
  await page.getByRole("button", { name: "Notiz", exact: true }).click();
  await page.getByRole("textbox", { name: "Notiz" }).fill(text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
}

async function edit(page: Page, before: string, after: string): Promise<void> {
  const card = page.getByRole("article").filter({ hasText: before });
  await card.hover();
  await card.getByRole("button", { name: "Bearbeiten" }).click();
  await page.getByRole("textbox", { name: "Notiz" }).fill(after);
  await page.keyboard.press("Control+Enter");
}

/** Whatever can be pressed and is not a word in a sentence is at least 24 pixels high and wide. */
async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const pressed = "button, a[href], input, select, summary, [role=button], [role=menuitem]";
    return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((element) => {
      const label = element.closest("label") ?? element;
      const { width, height } = label.getBoundingClientRect();
      const isHidden = width <= 2 || height <= 2 || element.closest(".visually-hidden") !== null;
      const isInText = element.closest("p, li, [data-block]") !== null;
      if (isHidden || isInText || (width >= 24 && height >= 24)) return [];
      return [`${element.outerHTML.slice(0, 120)}: ${width} × ${height}`];
    });
  });
  expect(small).toEqual([]);
}
