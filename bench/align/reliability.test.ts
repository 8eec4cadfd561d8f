import { expect, test } from "vitest";
import { reliability, wilson } from "./reliability";

test("says how often beads of like probability are right, in bins of at least 400", () => {
  const forecasts = Array.from({ length: 1000 }, (_, index) => ({
    probability: index < 500 ? 0.6 : 0.99,
    isRight: index < 500 ? index % 5 < 3 : true,
  }));
  const { bins, brier, brierOfConstant } = reliability(forecasts);
  expect(bins.every(({ beads }) => beads >= 400)).toBe(true);
  expect(bins[0]?.meanProbability).toBeCloseTo(0.6);
  expect(bins[0]?.rightShare).toBeCloseTo(0.6);
  expect(brier).toBeLessThan(brierOfConstant);
});

test("knows the score interval of a textbook case", () => {
  // 81 of 263: E. B. Wilson's interval is 0.2553 to 0.3662 (R. G. Newcombe, Statistics in Medicine 17, 1998).
  const [low, high] = wilson(81, 263);
  expect(low).toBeCloseTo(0.2553, 3);
  expect(high).toBeCloseTo(0.3662, 3);
});
