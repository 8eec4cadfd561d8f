import { expect, test } from "vitest";
import { layouts, readView, viewPath } from "./layout";

test("every view is read back from its own address", () => {
  for (const layout of layouts) {
    for (const part of [1, 2, 17]) {
      const segments = viewPath("a", { layout, part }).split("/").slice(3);
      expect(readView(segments)).toEqual({ layout, part });
    }
  }
});

test.each([
  [["parallel"]],
  [["1"]],
  [["german", "1"]],
  [["2", "german"]],
  [["german", "2", "3"]],
  [["0"]],
  [["-1"]],
  [["02"]],
  [["x"]],
])("%j is no view: each has one address only", (segments) => {
  expect(readView(segments)).toBeNull();
});
