import { expect, test, waitForReader } from "./fixtures";

const article = "/de/read/waehrung-unter-der-erde";

test("the rows of both sides stand level", async ({ page }) => {
  await page.goto(article);
  const tops = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-side=de] .row")].map((row) => [
      Math.round(row.getBoundingClientRect().top),
      Math.round(
        document
          .querySelector(`[data-side=en] [data-row="${row.dataset.row}"]`)
          ?.getBoundingClientRect().top ?? Number.NaN,
      ),
    ]),
  );
  expect(tops.length).toBeGreaterThan(15);
  for (const [german, english] of tops) expect(english).toBe(german);
});

test("a sentence under the pointer lights up with its counterpart", async ({ page }) => {
  await page.goto(article);
  await waitForReader(page);
  const german = page.locator("[data-side=de] [data-sentence]").filter({
    hasText: "In jedem Elektroauto steckt ein Stück Weltpolitik.",
  });
  await german.hover();
  await expect(german).toHaveAttribute("data-lit");
  const bead = await german.getAttribute("data-bead");
  const counterparts = page.locator(`[data-side=en] [data-bead="${bead}"]`);
  await expect(counterparts).not.toHaveCount(0);
  for (const counterpart of await counterparts.all()) {
    await expect(counterpart).toHaveAttribute("data-lit");
  }
});

test("j, k and g walk through the sentences and across", async ({ page }) => {
  await page.goto(article);
  await waitForReader(page);
  await page.keyboard.press("j");
  const first = page.locator("[data-side=de] [data-sentence]").first();
  await expect(first).toBeFocused();
  await page.keyboard.press("g");
  await expect(page.locator("[data-side=en] [data-sentence]").first()).toBeFocused();
  await page.keyboard.press("g");
  await page.keyboard.press("j");
  await expect(page.locator("[data-side=de] [data-sentence]").nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(first).toBeFocused();
});

test("a link to a row and a link to a sentence open at that place", async ({ page }) => {
  await page.goto(article);
  const number = page.locator(".row-number").nth(12);
  const href = await number.getAttribute("href");
  await page.goto(`${article}${href}`);
  await expect(page.locator(`[data-side=de] ${href}`)).toBeInViewport();

  const sentence = page.locator("[data-side=en] [data-sentence]").nth(40);
  const id = await sentence.getAttribute("id");
  await page.goto(`/en/read/waehrung-unter-der-erde#${id}`);
  await expect(page.locator(`#${id}`)).toBeInViewport();
});

test("every run of text says its language", async ({ page }) => {
  await page.goto(article);
  const languages = await page.evaluate(() => {
    const found: Record<string, string> = {};
    for (const [place, selector] of [
      ["page", "html"],
      ["german side", "[data-side=de] [data-sentence]"],
      ["english side", "[data-side=en] [data-sentence]"],
      ["german title", "main header:lang(de) h1"],
      ["english title", "main header:lang(en) h1"],
    ] as const) {
      const element = document.querySelector(selector);
      found[place] = element?.closest("[lang]")?.getAttribute("lang") ?? "none";
    }
    return found;
  });
  expect(languages).toEqual({
    page: "de",
    "german side": "de",
    "english side": "en",
    "german title": "de",
    "english title": "en",
  });
});

test("the text of an article is sent once", async ({ request }) => {
  const source = await (await request.get(article)).text();
  expect(source.split("In jedem Elektroauto steckt ein Stück Weltpolitik.")).toHaveLength(2);
});

test("the interface changes its language and the reader keeps the place", async ({ page }) => {
  await page.goto(`${article}#r9`);
  await page.getByRole("link", { name: "English interface" }).click();
  await expect(page).toHaveURL(/\/en\/read\/waehrung-unter-der-erde#r9$/);
  await expect(page.getByRole("link", { name: "Library" })).toBeVisible();
  await expect(page.locator("[data-side=de] #r9")).toBeInViewport();
});

test("what a reader has set stays after a reload, without a flash", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(article);
  await waitForReader(page);
  const look = () =>
    page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const text = document.querySelector("[data-sentence]");
      return `${paper} ${text && getComputedStyle(text).fontSize}`;
    });
  const before = await look();
  await page.getByRole("button", { name: "Schrift und Darstellung" }).click();
  await page.getByRole("radio", { name: "Sepia" }).check({ force: true });
  await page.getByRole("radio", { name: "Groß" }).check({ force: true });
  const after = await look();
  expect(after).not.toBe(before);
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const text = document.querySelector("[data-sentence]");
      document.documentElement.dataset.first = `${paper} ${text && getComputedStyle(text).fontSize}`;
    });
  });
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-first", after);
});

test("an article that does not exist is named as such, with the right status", async ({ page }) => {
  const response = await page.goto("/de/read/gibt-es-nicht");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Hier steht nichts" })).toBeVisible();
  await page.getByRole("link", { name: "Zur Bibliothek" }).click();
  await expect(page.getByRole("heading", { name: "Zwei Sprachen, ein Text" })).toBeVisible();
});

test("every page keeps its content security policy", async ({ page }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  for (const path of ["/de", article, "/en/read/found-on-a-thursday", "/de/gibt-es-nicht"]) {
    const response = await page.goto(path);
    await page.waitForLoadState("load");
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self'(?: '(?:nonce|sha256)-[^']+')+;/);
    expect(violations).toEqual([]);
    expect(await page.evaluate(plantScript), path).toBe(false);
    await expect.poll(() => violations.length).toBe(1); // the planted one is told of
    violations.length = 0;
  }
});

/** Runs in the page: whether a script that somebody brought in is run. */
function plantScript(): boolean {
  const script = document.createElement("script");
  script.textContent = "window.planted = true";
  document.body.append(script);
  return "planted" in window;
}
