import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

export { expect };

type Fixtures = {
  /** Slug of an article in the library that every story may read and mark. */
  article: string;
  /** Makes the page's browser one with a session, as after a first mark. */
  viewer: { readonly id: string };
  isAccessible: undefined;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it needs from the pattern
  article: async ({}, use) => {
    await use("waehrung-unter-der-erde");
  },

  viewer: async ({ context, baseURL }, use) => {
    await use(await signIn(context, baseURL ?? ""));
  },

  // Every story ends on a page without a barrier that axe can find.
  isAccessible: [
    async ({ page, javaScriptEnabled }, use, testInfo) => {
      await use(undefined);
      const isShown = page.url().startsWith("http") && !page.isClosed();
      // axe is a script itself: what the page is like without scripts it cannot say.
      const canAsk = isShown && javaScriptEnabled !== false;
      if (canAsk && testInfo.status === "passed") await expectAccessible(page);
    },
    { auto: true },
  ],
});

/** An anonymous account, as the first mark makes it. */
async function signIn(context: BrowserContext, url: string): Promise<{ id: string }> {
  const answer = await context.request.post(`${url}/api/auth/sign-in/anonymous`, {
    headers: { origin: url },
    data: {},
  });
  expect(answer.status()).toBe(200);
  const { viewer } = await (await context.request.get(`${url}/api/viewer`)).json();
  return viewer;
}

/** No barrier that axe knows of, by WCAG 2.2 AA; `within` a selector, where something lies over the rest of the page. */
export async function expectAccessible(page: Page, within = "html"): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join("\n")}`);
  expect(found).toEqual([]);
}

/** Opens an article and waits until its page listens to the reader: a key pressed before that is nobody's. */
export async function openArticle(page: Page, slug: string): Promise<void> {
  await page.goto(`/de/read/${slug}`);
  await waitForReader(page);
}

/** A page that rests is woken by the first move of the pointer. */
export async function waitForReader(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await expect(page.locator('[data-sentence][tabindex="0"]')).toHaveCount(1);
}

/** Adds up, from the next page on, how far what was painted moved by itself; asked for with `shiftsOf`. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(window, {
          shift: Reflect.get(window, "shift") + Reflect.get(entry, "value"),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

export function shiftsOf(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, "shift"));
}
