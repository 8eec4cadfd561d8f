import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDiff } from "./word-diff";

test("says which words went and which came", () => {
  expect(wordDiff("Der Druck wuchs stark.", "Der Druck sank stark.")).toEqual([
    { kind: "same", text: "Der Druck " },
    { kind: "gone", text: "wuchs " },
    { kind: "new", text: "sank " },
    { kind: "same", text: "stark." },
  ]);
});

test("both texts can be read out of the difference, whatever they are", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "ß", "😀"), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (old, now) => {
      const pieces = wordDiff(old, now);
      const without = (kind: string) =>
        pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");
      expect([without("new"), without("gone")]).toEqual([old, now]);
    }),
  );
});
