import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose, invert, mapPoint, mapRange, mapSpan, type PositionMap } from "./position-map";

/** A text in which every character is told from every other, by its number. */
type Numbered = ReadonlyMap<string, readonly number[]>;

const before: Numbered = new Map([
  ["db1", [1, 2, 3, 4, 5]],
  ["db2", [6, 7, 8]],
  ["db3", [9, 10, 11, 12, 13, 14]],
]);

let fresh = 1000;

/** Any edit: characters go, come, and change their place within and between blocks; blocks come and go. */
function edits(text: Numbered): fc.Arbitrary<Numbered> {
  const pieces = [...text.values()].flatMap((list) => {
    return list.length < 3 ? [list] : [list.slice(0, 2), list.slice(2)];
  });
  return fc
    .record({
      order: fc.shuffledSubarray(pieces.map((_, index) => index)),
      targets: fc.array(fc.constantFrom("db1", "db2", "db3", "db4"), {
        minLength: pieces.length,
        maxLength: pieces.length,
      }),
      isInserting: fc.array(fc.boolean(), { minLength: pieces.length, maxLength: pieces.length }),
    })
    .map(({ order, targets, isInserting }) => {
      const blocks = new Map<string, number[]>();
      for (const index of order) {
        const list = blocks.get(targets[index] ?? "db1") ?? [];
        if (isInserting[index]) list.push(fresh++);
        list.push(...(pieces[index] ?? []));
        blocks.set(targets[index] ?? "db1", list);
      }
      return blocks;
    });
}

function mapBetween(from: Numbered, to: Numbered): PositionMap {
  const touched = [...new Set([...from.keys(), ...to.keys()])].filter(
    (id) => JSON.stringify(from.get(id)) !== JSON.stringify(to.get(id)),
  );
  const segments = touched.flatMap((blockId) =>
    (from.get(blockId) ?? []).flatMap((character, start) => {
      const place = placeOf(to, character);
      if (!place) return [];
      const { block, offset } = place;
      return [
        {
          from: { side: "de" as const, blockId, start, end: start + 1 },
          to: { blockId: block, start: offset },
        },
      ];
    }),
  );
  return { touched, segments };
}

function placeOf(text: Numbered, character: number) {
  for (const [block, list] of text) {
    const offset = list.indexOf(character);
    if (offset >= 0) return { block, offset };
  }
  return null;
}

/** Where a map sends every character of a text. */
function image(map: PositionMap, text: Numbered) {
  return [...text].flatMap(([block, list]) =>
    list.map(
      (character, offset) => [character, mapPoint(map, { block, offset }, "after")] as const,
    ),
  );
}

const twoEdits = edits(before).chain((middle) => edits(middle).map((after) => ({ middle, after })));

describe("a position map", () => {
  test("sends every character to where it stands after the edit, and nowhere when it is gone", () => {
    fc.assert(
      fc.property(edits(before), (after) => {
        for (const [character, place] of image(mapBetween(before, after), before)) {
          expect(place).toEqual(placeOf(after, character));
        }
      }),
    );
  });

  test("composed of two edits says what the second says of what the first says", () => {
    fc.assert(
      fc.property(twoEdits, ({ middle, after }) => {
        const both = compose(mapBetween(before, middle), mapBetween(middle, after));
        for (const [character, place] of image(both, before)) {
          expect(place).toEqual(placeOf(middle, character) && placeOf(after, character));
        }
      }),
    );
  });

  test("inverted leads back", () => {
    fc.assert(
      fc.property(twoEdits, ({ middle, after }) => {
        const there = compose(mapBetween(before, middle), mapBetween(middle, after));
        for (const [character, place] of image(invert(there), after)) {
          const isOld = placeOf(before, character) && placeOf(middle, character);
          expect(place).toEqual(isOld ? placeOf(before, character) : null);
        }
      }),
    );
  });

  test("sends the end of a passage along with its last character", () => {
    fc.assert(
      fc.property(edits(before), (after) => {
        const map = mapBetween(before, after);
        for (const [block, list] of before) {
          list.forEach((character, index) => {
            const place = placeOf(after, character);
            expect(mapPoint(map, { block, offset: index + 1 }, "before")).toEqual(
              place && { block: place.block, offset: place.offset + 1 },
            );
          });
        }
      }),
    );
  });
});

const inserted: PositionMap = {
  touched: ["db1"],
  segments: [
    { from: { side: "de", blockId: "db1", start: 0, end: 4 }, to: { blockId: "db1", start: 0 } },
    { from: { side: "de", blockId: "db1", start: 4, end: 8 }, to: { blockId: "db1", start: 9 } },
  ],
};
const moved: PositionMap = {
  touched: ["db1", "db2"],
  segments: [
    { from: { side: "de", blockId: "db1", start: 0, end: 4 }, to: { blockId: "db2", start: 9 } },
    { from: { side: "de", blockId: "db1", start: 4, end: 8 }, to: { blockId: "db1", start: 0 } },
    { from: { side: "de", blockId: "db2", start: 0, end: 8 }, to: { blockId: "db2", start: 0 } },
  ],
};
const blocks = [
  { id: "db1", text: "Er kommt" },
  { id: "db2", text: "Sie geht" },
];
const range = (start: [string, number], end: [string, number]) => ({
  start: { block: start[0], offset: start[1] },
  end: { block: end[0], offset: end[1] },
});

describe("a passage", () => {
  test("leaves out what was written at its edge, and takes in what was written within it", () => {
    const after = [{ id: "db1", text: "Er sehr lakommt" }, ...blocks.slice(1)];
    expect(mapRange(inserted, range(["db1", 4], ["db1", 8]), blocks, after)).toMatchObject({
      start: { offset: 9 },
      end: { offset: 13 },
    });
    expect(mapRange(inserted, range(["db1", 2], ["db1", 8]), blocks, after)).toMatchObject({
      kind: "changed",
      start: { offset: 2 },
      end: { offset: 13 },
    });
  });

  test("that reaches over blocks that nobody touched stays as it is", () => {
    const passage = range(["db2", 1], ["db2", 5]);
    expect(mapRange(inserted, passage, blocks, blocks)).toEqual({ kind: "kept", ...passage });
  });

  test("is scattered where something else came between what is left of it", () => {
    const after = [
      { id: "db1", text: "ommt" },
      { id: "db2", text: "Sie geht Er k" },
    ];
    expect(mapRange(moved, range(["db1", 2], ["db1", 6]), blocks, after)).toEqual({
      kind: "scattered",
      pieces: mapSpan(moved, { blockId: "db1", start: 2, end: 6 }),
    });
  });

  test("is deleted when only the blanks between its words are left, and other words stand around them", () => {
    const replaced: PositionMap = {
      touched: ["db1"],
      segments: [3, 10].map((start) => ({
        from: { side: "de", blockId: "db1", start, end: start + 1 },
        to: { blockId: "db1", start: start === 3 ? 3 : 12 },
      })),
    };
    const before = [{ id: "db1", text: "ein tiefes Summen" }];
    const after = [{ id: "db1", text: "das Rauschen der Räder" }];
    expect(mapRange(replaced, range(["db1", 0], ["db1", 17]), before, after)).toEqual({
      kind: "deleted",
    });
  });

  test("is deleted when nothing is left of it", () => {
    const gone: PositionMap = { touched: ["db1"], segments: [] };
    expect(mapRange(gone, range(["db1", 0], ["db1", 3]), blocks, blocks.slice(1))).toEqual({
      kind: "deleted",
    });
  });
});
