import fc from "fast-check";
import { expect, test } from "vitest";
import { stackCards } from "./stack-cards";

const card = fc.record({
  id: fc.uuid(),
  top: fc.integer({ min: 0, max: 3000 }),
  height: fc.integer({ min: 20, max: 400 }),
});
const cards = fc.uniqueArray(card, { selector: ({ id }) => id, maxLength: 12 });

test("no card overlaps another or leaves the margin at its top, whichever is active", () => {
  fc.assert(
    fc.property(cards, fc.nat(12), fc.integer({ min: 0, max: 4000 }), (all, at, limit) => {
      const tops = stackCards(all, all[at]?.id ?? null, limit);
      const placed = all
        .map(({ id, height }) => ({ top: tops.get(id) ?? Number.NaN, height }))
        .sort((a, b) => a.top - b.top);
      for (const [index, { top }] of placed.entries()) {
        const before = placed[index - 1];
        expect(top).toBeGreaterThanOrEqual(before ? before.top + before.height : 0);
      }
    }),
  );
});

test("cards keep the order of their passages", () => {
  fc.assert(
    fc.property(cards, (all) => {
      const tops = stackCards(all, null, 10_000);
      const byPassage = [...all].sort((a, b) => a.top - b.top).map(({ id }) => tops.get(id) ?? 0);
      expect(byPassage).toEqual([...byPassage].sort((a, b) => a - b));
    }),
  );
});

const three = [
  { id: "a", top: 100, height: 80 },
  { id: "b", top: 110, height: 80 },
  { id: "c", top: 400, height: 80 },
];

test("where there is room a card stands at its passage", () => {
  expect(stackCards(three, null, 1000).get("c")).toBe(400);
});

test("the active card stands at its passage, and the one before it makes room", () => {
  const tops = stackCards(three, "b", 1000);
  expect(tops.get("b")).toBe(110);
  expect(tops.get("a")).toBeLessThanOrEqual(110 - 80);
});

test("the last card moves up where it would run out of the page", () => {
  expect(stackCards(three, null, 450).get("c")).toBe(450 - 80);
});
