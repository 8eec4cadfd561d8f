import { expect, test } from "vitest";
import { findCrossings } from "./find-crossings";
import { partSwapped } from "./part-swapped";

const score =
  (good: readonly string[], value = 25) =>
  (de: number, en: number) =>
    good.includes(`${de}:${en}`) ? value : -5;

test("pairs sentences left alone on both sides that are plainly each other's translation", () => {
  const crossings = findCrossings([3, 8], [1, 20, 21], score(["3:20"]));
  expect(crossings).toMatchObject([{ de: 3, en: 20 }]);
  expect(crossings[0]?.probability).toBeGreaterThan(0.9);
});

test("pairs none where two would fit as well, or none fits clearly", () => {
  expect(findCrossings([3], [1, 20], score(["3:1", "3:20"]))).toEqual([]);
  expect(findCrossings([3], [20], score(["3:20"], 2))).toEqual([]);
  expect(findCrossings([], [20], score([]))).toEqual([]);
});

test("gives a sentence to one partner only", () => {
  const crossings = findCrossings([3, 4], [20], (de) => (de === 3 ? 30 : 25));
  expect(crossings.map(({ de }) => de)).toEqual([3]);
});

test("parts two sentences that changed places, and leaves two that did not", () => {
  const bead = { de: [4, 5], en: [7, 8], probability: 0.8 };
  expect(partSwapped(bead, score(["4:8", "5:7"]))).toMatchObject([
    { de: [4], en: [8] },
    { de: [5], en: [7] },
  ]);
  expect(partSwapped(bead, score(["4:7", "5:8"]))).toEqual([bead]);
  expect(partSwapped(bead, score(["4:8"]))).toEqual([bead]);
});
