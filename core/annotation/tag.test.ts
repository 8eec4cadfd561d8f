import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeTag, tagKey, tagSchema, tagsSchema } from "./tag";

test.each([
  ["  #Wortwahl ", "Wortwahl"],
  ["zu  prüfen", "zu prüfen"],
  ["eins, zwei", "eins zwei"],
  ["Zeile\nZeile", "Zeile Zeile"],
  ["a\u202Eb\u2066c", "a b c"],
  ["Größe", "Größe"],
])("%j is kept as %j", (written, kept) => {
  expect(normalizeTag(written)).toBe(kept);
});

test("capitals, width and composition do not make another tag", () => {
  expect(new Set(["Größe", "größe", "GRÖSSE".replace("SS", "ß"), "ｇröße"].map(tagKey)).size).toBe(
    1,
  );
});

test.each(["", "   ", "#", ", ;", "\u202E", "x".repeat(61)])("%j is no tag", (written) => {
  expect(tagSchema.safeParse(written).success).toBe(false);
});

test("whatever is written, what is kept stays as it is when it is kept again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (written) => {
      expect(normalizeTag(normalizeTag(written))).toBe(normalizeTag(written));
    }),
  );
});

test("an annotation has each tag once, as it was written first", () => {
  expect(tagsSchema.parse(["Wortwahl", "Zahl", "wortwahl "])).toEqual(["Wortwahl", "Zahl"]);
});
