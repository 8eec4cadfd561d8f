import type { Page } from "@playwright/test";

/** The passages that are painted on the page now; without a name all of them, twins included. */
export function paintedTexts(page: Page, name?: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const highlights = [...CSS.highlights].filter(
      ([key]) => wanted === undefined || key === wanted,
    );
    return highlights.flatMap(([, ranges]) =>
      [...ranges].map((range) => (range instanceof Range ? range.toString() : "")),
    );
  }, name);
}

/** Where the first passage of that name begins in the window. */
export function paintedBox(page: Page, name: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const [range] = CSS.highlights.get(wanted) ?? [];
    if (!(range instanceof Range)) throw new Error(`Nothing is painted as ${wanted}`);
    const { x, y } = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return { x, y };
  }, name);
}
