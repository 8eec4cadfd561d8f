import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlug, slugFrom } from "./slug";

test.each([
  ["Für Füße & Räder", "fuer-fuesse-raeder"],
  ["Trump’s New Resource Diplomacy: A Gamble", "trumps-new-resource-diplomacy-a-gamble"],
  ["Café Müller, 3. Akt", "cafe-mueller-3-akt"],
  ["„…“", ""],
])("names the article %j by %j", (title, slug) => {
  expect(slugFrom(title)).toBe(slug);
});

test("cuts a long title between words", () => {
  const slug = slugFrom("wort ".repeat(40));
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug.endsWith("wort")).toBe(true);
});

test("whatever the title, the name it gives is one or is empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      const slug = slugFrom(title);
      return slug === "" || isSlug(slug);
    }),
  );
});

test.each(["", "-a", "a-", "a--b", "A", "ä", "../x", "a".repeat(101)])("%j is no name", (text) => {
  expect(isSlug(text)).toBe(false);
});
