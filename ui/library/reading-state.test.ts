import { expect, test } from "vitest";
import { isAskedFor, percentRead, readingState, toContinue } from "./reading-state";

function at(fraction: number, readAt = 0) {
  return { row: "r4", fraction, readAt };
}

test.each([
  [undefined, "unread"],
  [at(0), "begun"],
  [at(0.5), "begun"],
  [at(0.99), "read"],
  [at(1), "read"],
])("progress %j is %s", (progress, state) => {
  expect(readingState(progress)).toBe(state);
});

test("an article with no progress is asked for among the unread, and where nothing is asked", () => {
  expect(isAskedFor("unread", undefined)).toBe(true);
  expect(isAskedFor(null, undefined)).toBe(true);
  expect(isAskedFor("begun", undefined)).toBe(false);
});

test("a begun article is never at 0 and an unfinished one never at 100 per cent", () => {
  expect(percentRead(at(0.001))).toBe(1);
  expect(percentRead(at(0.4249))).toBe(42);
  expect(percentRead(at(0.999))).toBe(99);
});

test("the three begun last can be continued, the latest first; what is read cannot", () => {
  const bySlug = new Map([
    ["first", at(0.2, 1)],
    ["finished", at(1, 9)],
    ["third", at(0.4, 3)],
    ["second", at(0.3, 2)],
    ["fourth", at(0.1, 4)],
  ]);
  expect(toContinue(bySlug)).toEqual(["fourth", "third", "second"]);
});
