import { expect, test } from "vitest";
import { canonicalNumber } from "./canonical-number";

test.each([
  ["1.000,5", "1,000.5"],
  ["1.000", "1,000"],
  ["2.500.000", "2,500,000"],
  ["3,5", "3.5"],
  ["0,125", "0.125"],
  ["2025", "2025"],
])("finds %j and %j the same number", (german, english) => {
  expect(canonicalNumber(german)).toBe(canonicalNumber(english));
});

test.each([
  ["1.000", "1"],
  ["3,5", "35"],
  ["0,125", "125"],
])("keeps %j apart from %j", (one, other) => {
  expect(canonicalNumber(one)).not.toBe(canonicalNumber(other));
});
