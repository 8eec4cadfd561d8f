import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Anchor } from "./annotation";
import { anchorSchema } from "./annotation";
import { describeAnchor } from "./describe-anchor";
import { foldSpace } from "./fold-space";
import { resolveAnchor } from "./resolve-anchor";
import {
  offsetToPoint,
  pointToOffset,
  quoteOf,
  type SideText,
  sideText,
  type TextOfBlock,
} from "./side-text";

/** A block from its sentences; ids count on from `first`. */
function block(id: string, sentences: readonly string[], first = 1): TextOfBlock {
  let offset = 0;
  return {
    id,
    text: sentences.join(""),
    sentences: sentences.map((text, index) => {
      const start = offset;
      offset += text.length;
      return { id: `ds${first + index}`, start, end: offset };
    }),
  };
}

function anchorAt(side: SideText, start: number, end: number): Anchor {
  const startPoint = offsetToPoint(side, start);
  const endPoint = offsetToPoint(side, end);
  if (!startPoint || !endPoint) throw new Error(`No points for ${start}–${end}`);
  const result = describeAnchor(side, { start: startPoint, end: endPoint }, 1);
  if (!result.ok) throw new Error(`Not described: ${result.reason}`);
  return result.anchor;
}

function anchorOf(side: SideText, words: string): Anchor {
  const at = side.text.indexOf(words);
  return anchorAt(side, at, at + words.length);
}

function foundIn(side: SideText, anchor: Anchor): string {
  const resolved = resolveAnchor(side, anchor);
  if (resolved.kind === "orphaned") return "orphaned";
  return `${resolved.kind}: ${quoteOf(side, resolved)}`;
}

const before = sideText("de", [
  block("db1", ["Aus Gestein ist ein Verhandlungsmittel geworden. ", "Jede neue Mine zählt."], 1),
  block("db2", ["Kiew zögerte zunächst. ", "Der Druck wuchs, das Geld lockte."], 3),
]);

describe("after an edit", () => {
  test.each([
    {
      edit: "an untouched passage stays where it is",
      words: "Der Druck wuchs",
      blocks: [block("db2", ["Kiew zögerte zunächst. ", "Der Druck wuchs, das Geld lockte."], 3)],
      found: "exact: Der Druck wuchs",
    },
    {
      edit: "words before it move it",
      words: "ein Verhandlungsmittel",
      blocks: [block("db1", ["Aus hartem Gestein ist ein Verhandlungsmittel geworden. "], 1)],
      found: "moved: ein Verhandlungsmittel",
    },
    {
      edit: "a rewrite up to its first letter does not lose it in its sentence",
      words: "das Geld lockte.",
      blocks: [block("db2", ["Kiew zögerte. ", "Alles stritt: das Geld lockte."], 3)],
      found: "moved: das Geld lockte.",
    },
    {
      edit: "a sentence that got a new id is found in its block by its context",
      words: "ein Verhandlungsmittel geworden",
      blocks: [
        block(
          "db1",
          ["Siehe: ", "Aus Gestein ist ein Verhandlungsmittel geworden. Jede neue Mine zählt."],
          70,
        ),
      ],
      found: "moved: ein Verhandlungsmittel geworden",
    },
    {
      edit: "a merged block hands its passages to its heir",
      words: "Der Druck wuchs",
      blocks: [
        {
          ...block(
            "db1",
            ["Jede Mine zählt. ", "Kiew zögerte zunächst. Der Druck wuchs, das Geld lockte."],
            70,
          ),
          mergedIds: ["db2"],
        },
      ],
      found: "moved: Der Druck wuchs",
    },
    {
      edit: "a line break that became a space does not hide a passage over two blocks",
      words: "Mine zählt.\nKiew zögerte",
      blocks: [
        block("db1", ["Aus Gestein. ", "Jede neue Mine zählt. ", "Kiew zögerte zunächst. "], 1),
      ],
      found: "moved: Mine zählt. Kiew zögerte",
    },
    {
      edit: "a sentence that moved to another block takes its passage along",
      words: "das Geld lockte",
      blocks: [
        block("db2", ["Kiew zögerte zunächst. "], 3),
        block("db9", ["Der Druck wuchs, das Geld lockte."], 4),
      ],
      found: "moved: das Geld lockte",
    },
    {
      edit: "a passage that was deleted is not found in a repetition of its words elsewhere",
      words: "Der Druck wuchs",
      blocks: [
        block("db2", ["Kiew zögerte zunächst. "], 3),
        block("db3", ["In Kinshasa dasselbe: Der Druck wuchs, das Geld lockte."], 50),
      ],
      found: "orphaned",
    },
    {
      edit: "a sentence that says nearly the same is not taken for the one that is gone",
      words: "Der Druck wuchs",
      blocks: [block("db2", ["Kiew zögerte zunächst. Der Druck wuchs, das Geld blieb."], 70)],
      found: "orphaned",
    },
    {
      edit: "a word that became another one does not hold the word it began with",
      words: "zögerte zunächst",
      blocks: [block("db2", ["Kiew zögerte zunächstig. ", "Der Druck wuchs, das Geld lockte."], 3)],
      found: "orphaned",
    },
    {
      edit: "a changed letter in the passage orphans it",
      words: "ein Verhandlungsmittel",
      blocks: [block("db1", ["Aus Gestein ist ein Verhandlungs-Mittel geworden. "], 1)],
      found: "orphaned",
    },
    {
      edit: "a short quote without its context is not trusted",
      words: "Mine",
      blocks: [block("db1", ["Aus Gestein wurde Geld. ", "Keine Mine schweigt."], 1)],
      found: "orphaned",
    },
    {
      edit: "a short quote with enough context moves",
      words: "Mine",
      blocks: [block("db1", ["Aus Gestein ist mehr geworden. ", "Jede neue gute Mine zählt."], 1)],
      found: "orphaned", // " zählt." are seven code units, and "die Mine" stands in every article
    },
    {
      edit: "a short quote stays beside a misspelling in a sentence that says what it said",
      words: "zögerte",
      blocks: [block("db2", ["Kiew zögerte zunächts. ", "Dann wuchs der Druck."], 3)],
      found: "exact: zögerte",
    },
    {
      edit: "a passage whose second sentence is but begun stays beside a misspelling in it",
      words: "zögerte zunächst. Der",
      blocks: [block("db2", ["Kiew zögerte zunächst. ", "Der Durck wuchs, das Geld lockte."], 3)],
      found: "exact: zögerte zunächst. Der",
    },
    {
      edit: "a passage that stands twice in a row now may be either",
      words: "Der Druck wuchs, das Geld lockte.",
      blocks: [
        block(
          "db2",
          [
            "Kiew zögerte zunächst. ",
            "Der Druck wuchs, das Geld lockte. Der Druck wuchs, das Geld lockte. So war es.",
          ],
          3,
        ),
      ],
      found: "orphaned",
    },
  ])("$edit", ({ words, blocks, found }) => {
    expect(foundIn(sideText("de", blocks), anchorOf(before, words))).toBe(found);
  });

  test("a short quote moves with the context that stayed", () => {
    const old = sideText("de", [block("db1", ["Die Mine bringt dem Kongo nicht nur Geld."])]);
    const now = sideText("de", [
      block("db1", ["Diese eine Mine bringt dem Kongo nicht nur Geld."]),
    ]);
    expect(foundIn(now, anchorOf(old, "Mine"))).toBe("moved: Mine");
  });

  test("a word that was misspelled is not taken for its equal further on, since what stood before it is still there", () => {
    const old = sideText("en", [
      block("eb1", ["For ten years I believed him, and then for ten years we believed her."]),
    ]);
    const now = sideText("en", [
      block("eb1", ["For ten years II believed Ann, and then for ten years I believed her."]),
    ]);
    const at = old.text.indexOf("years I");
    expect(foundIn(now, anchorAt(old, at, at + 7))).toBe("orphaned");
  });

  test("a misspelled word is not found in the next sentence that was drawn into its own", () => {
    const old = sideText("en", [
      block("eb1", [
        "Slowly. ",
        "Breathe in: one, two, three, four. ",
        "And out: one, two, three, four. ",
      ]),
    ]);
    const now = sideText("en", [
      block("eb1", [
        "Slowly. ",
        "Breathe in: one, two, three, foru. and uot: one, two, three, four. ",
      ]),
    ]);
    const at = old.text.indexOf("four.");
    expect(foundIn(now, anchorAt(old, at, at + 5))).toBe("orphaned");
  });

  test("two repetitions that are as good as each other orphan the passage", () => {
    const old = sideText("de", [block("db1", ["Das Geld lockte sie. ", "Und so ging es weiter."])]);
    const now = sideText("de", [
      block("db1", [
        "Ja: Das Geld lockte sie, ja: Das Geld lockte sie, ja: Und so ging es weiter.",
      ]),
    ]);
    expect(foundIn(now, anchorOf(old, "Das Geld lockte sie"))).toBe("orphaned");
  });

  test("the first of two equal passages is deleted: the other is not taken for it", () => {
    const old = sideText("de", [
      block("db1", ["Die Mine steht still. ", "Die Mine steht still, sagt er."]),
    ]);
    const now = sideText("de", [block("db1", ["Die Mine steht still, sagt er."], 2)]);
    expect(foundIn(now, anchorAt(old, 0, 20))).toBe("orphaned");
  });

  test("an anchor of the other side is never placed", () => {
    const english = sideText("en", before.blocks);
    expect(foundIn(english, anchorOf(before, "Der Druck wuchs"))).toBe("orphaned");
  });
});

/** Texts as strange as they come: repetitions, white space, pairs of surrogates, empty blocks. */
const anySide: fc.Arbitrary<SideText> = fc
  .array(
    fc.array(
      fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "ß", "😀", "\u00a0"), maxLength: 40 }),
      { maxLength: 3 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => {
    let sentence = 1;
    return sideText(
      "de",
      blocks.map((sentences, index) => {
        const full = sentences.filter((text) => text !== "");
        const made = block(`db${index + 1}`, full, sentence);
        sentence += full.length;
        return made;
      }),
    );
  });

test("a described passage is found exactly where it was, in any text", () => {
  fc.assert(
    fc.property(anySide, fc.nat(), fc.nat(), (side, one, other) => {
      const size = side.text.length + 1;
      const [start, end] = [one % size, other % size].sort((a, b) => a - b);
      const from = offsetToPoint(side, start ?? 0);
      const to = offsetToPoint(side, end ?? 0);
      if (!from || !to) return;
      const result = describeAnchor(side, { start: from, end: to }, 3);
      if (!result.ok) {
        expect(result.reason).toBe("empty");
        return;
      }
      expect(anchorSchema.safeParse(result.anchor).success).toBe(true);
      for (const text of [result.anchor.exact, result.anchor.prefix, result.anchor.suffix]) {
        expect(text.isWellFormed()).toBe(true);
      }
      expect(resolveAnchor(side, result.anchor)).toEqual({
        kind: "exact",
        start: result.anchor.start,
        end: result.anchor.end,
      });
    }),
    { numRuns: 2000 },
  );
});

/** An article in which no word occurs twice, so that "the same words" are one place and no other. */
const wordySide: fc.Arbitrary<SideText> = fc
  .array(fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((blocks) => {
    let word = 0;
    let sentence = 1;
    return sideText(
      "de",
      blocks.map((lengths, index) => {
        const sentences = lengths.map(
          (length) => `${Array.from({ length }, () => uniqueWord(word++)).join(" ")}. `,
        );
        const made = block(`db${index + 1}`, sentences, sentence);
        sentence += sentences.length;
        return made;
      }),
    );
  });

function uniqueWord(index: number): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  return `W${letters[index % 26]}${letters[Math.floor(index / 26) % 26]}ort`;
}

/** Replaces a stretch of one block; a sentence keeps its id as long as a letter of it is left. */
function edited(
  side: SideText,
  blockIndex: number,
  from: number,
  to: number,
  insert: string,
): SideText {
  return sideText(
    side.language,
    side.blocks.map((old, index) => {
      if (index !== blockIndex) return old;
      const shift = (offset: number) => {
        if (offset <= from) return offset;
        return offset >= to ? offset + insert.length - (to - from) : from + insert.length;
      };
      return {
        ...old,
        text: old.text.slice(0, from) + insert + old.text.slice(to),
        sentences: old.sentences
          .filter((sentence) => sentence.start < from || sentence.end > to)
          .map((sentence) => ({
            ...sentence,
            start: shift(sentence.start),
            end: shift(sentence.end),
          })),
      };
    }),
  );
}

/** The passage with the rest of the words that it begins and ends in. */
function wordsAround(side: SideText, start: number, end: number): string {
  const before = /\p{L}*$/u.exec(side.text.slice(0, start))?.[0] ?? "";
  const after = /^\p{L}*/u.exec(side.text.slice(end))?.[0] ?? "";
  return before + side.text.slice(start, end) + after;
}

/** Whether no more than four letters of one of several sentences lie in the passage. */
function holdsScrap(side: SideText, start: number, end: number): boolean {
  const pieces = side.blocks.flatMap((each, index) =>
    each.sentences.map((sentence) => {
      const at = side.starts[index] ?? 0;
      return Math.min(end, at + sentence.end) - Math.max(start, at + sentence.start);
    }),
  );
  const own = pieces.filter((length) => length > 0);
  return own.length > 1 && own.some((length) => length <= 4);
}

test("after any single edit a passage is at its own words or orphaned, and found where the edit is elsewhere", () => {
  let found = 0;
  fc.assert(
    fc.property(
      wordySide,
      fc.record({ start: fc.nat(), length: fc.integer({ min: 12, max: 80 }) }),
      fc.record({
        block: fc.nat(),
        from: fc.nat(),
        length: fc.nat(40),
        insert: fc.stringMatching(/^[xyz .]{0,20}$/),
      }),
      (side, passage, edit) => {
        const chosen = passage.start % side.text.length;
        const words = side.text.slice(chosen, chosen + passage.length).trim(); // as the reading page marks
        if (words.length < 12) return;
        const start = side.text.indexOf(words, chosen);
        const end = start + words.length;
        const anchor = anchorAt(side, start, end);

        const index = edit.block % side.blocks.length;
        const text = side.blocks[index]?.text ?? "";
        const from = edit.from % (text.length + 1);
        const to = Math.min(text.length, from + edit.length);
        const now = edited(side, index, from, to, edit.insert);

        const blockStart = side.starts[index] ?? 0;
        const isBefore = blockStart + to <= start;
        const isAfter = blockStart + from >= end;
        const resolved = resolveAnchor(now, anchor);
        if (!isBefore && !isAfter) {
          const survives = foldSpace(now.text).text.includes(foldSpace(anchor.exact.trim()).text);
          if (!survives) expect(resolved).toEqual({ kind: "orphaned" });
          return;
        }
        const shift = isBefore ? edit.insert.length - (to - from) : 0;
        if (wordsAround(side, start, end) !== wordsAround(now, start + shift, end + shift)) {
          // Letters were joined to it: other words stand there now. Far into one the change is not remembered.
          if (resolved.kind === "orphaned") return;
        }
        if (resolved.kind === "orphaned" && holdsScrap(side, start, end)) return;
        if (resolved.kind === "orphaned")
          throw new Error("The edit was elsewhere, and the passage is lost");
        const at = pointToOffset(now, resolved.start);
        expect([at, quoteOf(now, resolved)]).toEqual([start + shift, words]);
        found += 1;
      },
    ),
    { numRuns: 3000 },
  );
  expect(found).toBeGreaterThan(500);
});

test("resolves a thousand anchors of an untouched long article in well under a second", () => {
  const side = sideText(
    "de",
    Array.from({ length: 1000 }, (_, index) =>
      block(
        `db${index + 1}`,
        [`Satz ${index} sagt etwas. `, `Und Absatz ${index} endet hier.`],
        index * 2 + 1,
      ),
    ),
  );
  const anchors = side.starts.map((start) => anchorAt(side, start + 5, start + 30));
  const begun = performance.now();
  for (const anchor of anchors) expect(resolveAnchor(side, anchor).kind).toBe("exact");
  expect(performance.now() - begun).toBeLessThan(1000);
});
