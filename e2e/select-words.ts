import type { Page } from "@playwright/test";

/** Selects `words` with the mouse, as a reader does: press at their start, drag to their end, let go. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { start, end } = await restingPlaceOf(page, words);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

type Place = { x: number; y: number };

/** Where they are when the page has come to rest: pressed a moment too early, the mouse would mark other words. */
async function restingPlaceOf(page: Page, words: string): Promise<{ start: Place; end: Place }> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let before = await placeOf(page, words);
  for (;;) {
    await page.evaluate(
      () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
    );
    const now = await placeOf(page, words);
    if (now.start.x === before.start.x && now.start.y === before.start.y) return now;
    before = now;
  }
}

/** Where `words` begin and end on the screen, after scrolling there. They must stand within one paragraph. */
async function placeOf(page: Page, words: string): Promise<{ start: Place; end: Place }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const blocks = new Map<Element, Text[]>();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const block = node.parentElement?.closest("[data-block]");
      if (block && node instanceof Text) blocks.set(block, [...(blocks.get(block) ?? []), node]);
    }
    for (const nodes of blocks.values()) {
      const from = nodes
        .map((node) => node.data)
        .join("")
        .indexOf(wanted);
      if (from < 0) continue;
      const range = document.createRange();
      let passed = 0;
      for (const node of nodes) {
        const start = from - passed;
        const end = start + wanted.length;
        if (start >= 0 && start < node.length) range.setStart(node, start);
        if (end > 0 && end <= node.length) range.setEnd(node, end);
        passed += node.length;
      }
      range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      const rects = [...range.getClientRects()];
      const first = rects.at(0);
      const last = rects.at(-1);
      if (!first || !last) break;
      return {
        start: { x: first.left + 1, y: first.top + first.height / 2 },
        end: { x: last.right - 0.5, y: last.top + last.height / 2 },
      };
    }
    throw new Error(`“${wanted}” stands nowhere on this page`);
  }, words);
}
