import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Stretch, twoDeep } from "./two-deep";

function stretch(id: string, from: number, to: number): Stretch {
  return { id, from, to };
}

test("two passages over each other are both painted whole", () => {
  const { pieces, depths } = twoDeep([stretch("a", 0, 10), stretch("b", 5, 15)]);
  expect([pieces.size, depths.size]).toEqual([0, 0]);
});

test("of three the longest is painted only beside the two shorter ones, and the place says three", () => {
  const { pieces, depths } = twoDeep([
    stretch("long", 0, 30),
    stretch("middle", 5, 20),
    stretch("short", 10, 15),
  ]);
  expect([...pieces]).toEqual([
    [
      "long",
      [
        { from: 0, to: 10 },
        { from: 15, to: 30 },
      ],
    ],
  ]);
  expect(depths.get("long")).toBe(3);
});

test("passages that only touch do not lie over each other", () => {
  const { pieces } = twoDeep([
    stretch("a", 0, 5),
    stretch("b", 5, 9),
    stretch("c", 0, 5),
    stretch("d", 5, 9),
  ]);
  expect(pieces.size).toBe(0);
});

describe("however passages lie", () => {
  const passages = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 })),
    { maxLength: 12 },
  );
  test("every letter is painted as often as it is marked, and at most twice", () => {
    fc.assert(
      fc.property(passages, (drawn) => {
        const all = drawn.map(([from, length], index) =>
          stretch(String(index), from, from + length),
        );
        const { pieces } = twoDeep(all);
        for (let at = 0; at < 45; at += 1) {
          const holds = ({ from, to }: { from: number; to: number }) => from <= at && at < to;
          const marked = all.filter(holds).length;
          const painted = all.filter((one) => (pieces.get(one.id) ?? [one]).some(holds)).length;
          expect(painted).toBe(Math.min(2, marked));
        }
      }),
    );
  });
});
