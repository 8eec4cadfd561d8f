import type { Page } from "@playwright/test";
import { expect, expectAccessible, openArticle, shiftsOf, test, watchShifts } from "./fixtures";

const cards = (page: Page) => page.getByRole("main").getByRole("article");

function status(page: Page) {
  return page.getByRole("main").getByRole("status");
}

test("a reader chooses by level and kind, and takes a choice back", async ({ page }) => {
  await page.goto("/de");
  const all = await cards(page).count();
  expect(all).toBeGreaterThanOrEqual(8);
  await expect(status(page)).toHaveText(`${all} Artikel`);

  await page.getByRole("link", { name: "B1", exact: true }).click();
  await expect(page).toHaveURL("/de?level=B1");
  await page.getByRole("link", { name: "Erzählung", exact: true }).click();
  await expect(page).toHaveURL("/de?level=B1&kind=fiction");
  const chosen = page.getByRole("link", { name: /^B1/ });
  await expect(chosen).toHaveAttribute("aria-current", "true");
  for (const card of await cards(page).all()) {
    await expect(card).toContainText("Niveau B1 · Erzählung");
  }
  await expect(status(page)).toHaveText(`${await cards(page).count()} von ${all} Artikeln`);

  await chosen.click();
  await expect(page).toHaveURL("/de?kind=fiction");
  await page.getByRole("link", { name: "Alle zeigen" }).click();
  await expect(page).toHaveURL("/de");
  await expect(cards(page)).toHaveCount(all);
});

test("an address that asks for something can be shared, also in the other language", async ({
  page,
}) => {
  await page.goto("/de?original=en&order=shortest");
  const minutes = async () => {
    const facts = await cards(page)
      .getByText(/\d+ [Mm]in/)
      .allTextContents();
    return facts.map((fact) => Number.parseInt(fact, 10));
  };
  const german = await minutes();
  expect(german.length).toBeGreaterThan(1);
  expect(german).toEqual(german.toSorted((a, b) => a - b));
  await page.getByRole("link", { name: "English interface" }).click();
  await expect(page).toHaveURL("/en?original=en&order=shortest");
  await expect(cards(page)).toHaveCount(german.length);
  const english = await minutes();
  expect(english).toEqual(english.toSorted((a, b) => a - b));
});

test("a title is found without its umlaut, beside what else is asked for, and the field keeps the focus", {
  tag: "@slow",
}, async ({ page }) => {
  await page.goto("/de?level=B2");
  const field = page.getByRole("searchbox", { name: "Titel suchen" });
  await field.fill("waehrung");
  await field.press("Enter");
  await expect(page).toHaveURL("/de?level=B2&q=waehrung");
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "Die Währung unter der Erde" })).toBeVisible();
  await expect(field).toBeFocused();

  await field.fill("gibt es nicht");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByRole("heading", { name: "Dazu steht nichts im Regal" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Alle zeigen" }).click();
  await expect(field).toHaveValue("");
  await expect(cards(page).first()).toBeVisible();
});

test("what was begun stands first, at the row where it was left, and moves nothing", {
  tag: "@slow",
}, async ({ page }) => {
  await openArticle(page, "elf-minuten");
  await page.locator("[data-side=de] .row").nth(8).scrollIntoViewIfNeeded();
  await keptRow(page, "elf-minuten");
  await page.mouse.wheel(0, 400);

  await watchShifts(page);
  await page.goto("/de");
  const row = await keptRow(page, "elf-minuten");
  const place = page.getByRole("region", { name: "Weiterlesen" });
  await expect(place.getByRole("listitem")).toHaveCount(1);
  await expect(place).toContainText(/\d+\s% gelesen, noch \d+ Min\./);
  await expect(cards(page).filter({ hasText: "Elf Minuten" })).toContainText(/\d+\s% gelesen/);
  expect(await shiftsOf(page)).toBe(0);

  await place.getByRole("link", { name: "Elf Minuten" }).click();
  await expect(page).toHaveURL(new RegExp(`/de/read/elf-minuten#${row}$`));
  await expect(page.locator(`[data-side=de] #${row}`)).toBeInViewport();
});

test("a reader sees what is new, begun or read, and another tab's reading counts", {
  tag: "@slow",
}, async ({ page, context }) => {
  await page.goto("/de");
  const all = await cards(page).count();
  await page.getByRole("link", { name: "begonnen" }).click();
  await expect(page.getByRole("heading", { name: "Dazu steht nichts im Regal" })).toBeVisible();

  const other = await context.newPage();
  await other.goto("/de");
  await other.evaluate(() => {
    const keep = (slug: string, fraction: number) =>
      localStorage.setItem(
        `progress:${slug}`,
        JSON.stringify({ row: "r3", fraction, readAt: Date.now() }),
      );
    keep("vom-warten", 0.4);
    keep("elf-minuten", 1);
  });
  await other.close();
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText("Vom Warten");
  await expect(status(page)).toHaveText(`1 von ${all} Artikeln`);

  await page.goto("/de?reading=read");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText("Elf Minuten");
  await page.goto("/de?reading=unread");
  await expect(cards(page)).toHaveCount(all - 2);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("choosing and searching work, and nothing is offered that would not", async ({ page }) => {
    await page.goto("/de");
    await page.getByRole("link", { name: "C1", exact: true }).click();
    await page.getByRole("searchbox", { name: "Titel suchen" }).fill("warten");
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(cards(page)).toHaveCount(1);
    await expect(page.getByRole("heading", { name: "Vom Warten" })).toBeVisible();
    await expect(page.getByText("Lesestand")).toBeHidden();
    await page.goto("/de?reading=begun");
    await expect(cards(page).first()).toBeVisible();
  });
});

for (const width of [390, 320]) {
  test(`on a phone ${width} pixels wide the choices unfold, and nothing is cut off`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 780 });
    await page.goto("/de");
    const level = page.getByRole("link", { name: "B2", exact: true });
    await expect(level).toBeHidden();
    await page.getByText("Auswählen und ordnen").click();
    await level.click();
    await expect(page).toHaveURL("/de?level=B2");
    await expect(page.getByRole("link", { name: /^B2/ })).toBeVisible();
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide).toBe(0);
  });
}

test("by keyboard every choice is reached and shows its focus", async ({ page }) => {
  await page.goto("/en");
  const level = page.getByRole("link", { name: "C1", exact: true });
  await page.getByRole("link", { name: "A2", exact: true }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(level).toBeFocused();
  const outline = await level.evaluate((link) => getComputedStyle(link).outlineStyle);
  expect(outline).toBe("solid");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en?level=C1");
});

for (const theme of ["light", "dark", "sepia"]) {
  test(`the library has no barriers in the ${theme} theme`, {
    tag: theme === "light" ? [] : "@slow",
  }, async ({ page }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem("settings", JSON.stringify({ theme: chosen }));
      const progress = { row: "r3", fraction: 0.4, readAt: 1 };
      localStorage.setItem("progress:vom-warten", JSON.stringify(progress));
    }, theme);
    await page.goto("/de?level=C1");
    await expectAccessible(page);
    await page.goto("/en");
    await expect(page.getByRole("region", { name: "Continue reading" })).toBeVisible();
  });
}

/** The row that the reading page remembers once scrolling has come to rest. */
async function keptRow(page: Page, slug: string): Promise<string> {
  const kept = () => page.evaluate((key) => localStorage.getItem(key), `progress:${slug}`);
  await expect.poll(kept).not.toBeNull();
  const { row } = JSON.parse((await kept()) ?? "{}");
  return row;
}
