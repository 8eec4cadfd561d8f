import { expect, test } from "vitest";
import { normalizeText } from "./normalize-text";

test.each([
  ["line ends of every system", "a\r\nb\rc\u2028d\u0085e\ff", "a\nb\nc\nd\ne\nf"],
  ["a byte order mark at the start", "\uFEFFa", "a"],
  ["letters in two parts", "u\u0308ber", "über"],
])("brings %s into one form", (_, text, expected) => {
  expect(normalizeText(text)).toBe(expected);
});

test("leaves spaces that do not break as they are", () => {
  expect(normalizeText("10\u00A0%\u202Fx")).toBe("10\u00A0%\u202Fx");
});
