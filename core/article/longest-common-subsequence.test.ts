import fc from "fast-check";
import { expect, test } from "vitest";
import { longestCommonSubsequence } from "./longest-common-subsequence";

const keys = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });

test("pairs are equal, rise on both sides, and there are as many as the textbook's table finds", () => {
  fc.assert(
    fc.property(keys, keys, (a, b) => {
      const pairs = longestCommonSubsequence(a, b);
      pairs.forEach(([i, j], index) => {
        expect(a[i]).toBe(b[j]);
        const before = pairs[index - 1];
        if (before) expect(i > before[0] && j > before[1]).toBe(true);
      });
      expect(pairs.length).toBe(textbookLength(a, b));
    }),
  );
});

function textbookLength(a: readonly string[], b: readonly string[]): number {
  const [head, ...rest] = a;
  if (head === undefined || b.length === 0) return 0;
  const at = b.indexOf(head);
  const without = textbookLength(rest, b);
  return at < 0 ? without : Math.max(without, 1 + textbookLength(rest, b.slice(at + 1)));
}
