import { expect, test } from "vitest";
import { isSafeImage, isSafeLink } from "./safe-address";

test.each([
  "https://www.dfc.gov/",
  "HTTP://example.org",
  "mailto:jemand@example.org",
  "#r3",
  "other-article",
  "/de/read/erz?x=1:2",
])("links to %j are kept", (href) => {
  expect(isSafeLink(href)).toBe(true);
});

test.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>",
  "vbscript:x",
  "//example.org/x",
  "/\\example.org/x",
])("links to %j are refused", (href) => {
  expect(isSafeLink(href)).toBe(false);
});

test.each(["/figures/strata.svg", "https://example.org/a.png"])(
  "pictures from %j are kept",
  (src) => {
    expect(isSafeImage(src)).toBe(true);
  },
);

test.each([
  "http://example.org/a.png",
  "//example.org/a.png",
  "figures/a.png",
  "data:image/png;base64,AA",
])("pictures from %j are refused", (src) => {
  expect(isSafeImage(src)).toBe(false);
});
