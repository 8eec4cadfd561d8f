import { expect, test } from "vitest";
import { nextPath } from "./next-path";

function goingTo(next: string): string {
  return nextPath(`?next=${encodeURIComponent(next)}`, "de");
}

test.each(["/de/read/zwei-spalten", "/en", "/en/groups/1?x=1#r3", "/de?level=B2"])(
  "leads to a page of this site: %s",
  (path) => {
    expect(goingTo(path)).toBe(path);
  },
);

test.each([
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/de//elsewhere.example",
  "/de\\..",
  "javascript:alert(1)",
  "/api/account/export",
  "/de\n/x",
  "",
])("leads nowhere else: %j", (path) => {
  expect(goingTo(path)).toBe("/de");
});
