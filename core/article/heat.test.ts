import { expect, test } from "vitest";
import { heatOf, worstHeat } from "./heat";

test.each([
  ["verified", 0.2, "sure"],
  ["open", 0.95, "open"],
  ["open", 0.5, "doubt"],
  ["needs-review", 1, "changed"],
  ["text-changed", 1, "changed"],
  [null, null, "none"],
] as const)("a row that is %j with a confidence of %j is %j", (state, confidence, heat) => {
  expect(heatOf({ state, confidence })).toBe(heat);
});

test("one doubtful row among a hundred sure ones is seen", () => {
  expect(worstHeat([...Array.from({ length: 100 }, () => "sure" as const), "doubt"])).toBe("doubt");
});
