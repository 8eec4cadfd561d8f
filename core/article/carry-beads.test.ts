import { describe, expect, test } from "vitest";
import type { Bead, Side } from "./article";
import { carryBeads } from "./carry-beads";
import type { Language } from "./language";

/** A side of one-sentence paragraphs: "1" → sentence "ds1" of block "db1". */
function sideOf(language: Language, numbers: readonly number[]): Side {
  const letter = language.charAt(0);
  const blocks = numbers.map((number) => {
    const text = `${language === "de" ? "Satz" : "Sentence"} ${number}.`;
    const sentence = { id: `${letter}s${number}`, start: 0, end: text.length };
    const node = { type: "paragraph" as const, content: [{ type: "text" as const, text }] };
    return { id: `${letter}b${number}`, node, sentences: [sentence], mergedIds: [] };
  });
  const next = { block: 100, sentence: 100 };
  return { language, frontMatter: {}, blocks, tombstones: [], next };
}

function bead(de: number[], en: number[], status: Bead["status"] = "proposed"): Bead {
  const ids = (letter: string, numbers: number[]) => numbers.map((number) => `${letter}s${number}`);
  return { de: ids("d", de), en: ids("e", en), probability: 0.5, status };
}

/** "1+2=1" for a bead of two German sentences and one English; "!" marks those that the machine just made. */
function summary(beads: readonly Bead[]): string[] {
  const numbers = (ids: readonly string[]) => ids.map((id) => id.slice(2)).join("+");
  return beads.map(
    ({ de, en, probability }) => `${numbers(de)}=${numbers(en)}${probability === 0.5 ? "" : "!"}`,
  );
}

function carry(
  before: readonly Bead[],
  de: readonly number[],
  en: readonly number[],
  changed: readonly string[] = [],
): readonly Bead[] {
  return carryBeads(before, { de: sideOf("de", de), en: sideOf("en", en) }, new Set(changed));
}

const pairs = [1, 2, 3, 4, 5].map((number) => bead([number], [number]));

describe("beads after an edit", () => {
  test("stay where nothing changed", () => {
    expect(carry(pairs, [1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toEqual(pairs);
  });

  test("are made anew at a changed sentence and its neighbours, and nowhere else", () => {
    expect(summary(carry(pairs, [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], ["ds3"]))).toEqual([
      "1=1",
      "2=2!",
      "3=3!",
      "4=4!",
      "5=5",
    ]);
  });

  test("are made anew where a sentence is gone on one side", () => {
    const beads = carry(pairs, [1, 2, 4, 5], [1, 2, 3, 4, 5]);
    expect(summary(beads)).toEqual(["1=1", "2=2!", "=3!", "4=4!", "5=5"]);
  });

  test("that cross stay crossed when a person verified them", () => {
    const crossed = [
      bead([1], [1]),
      bead([2], [3], "verified"),
      bead([3], [2], "verified"),
      bead([4], [4]),
      bead([5], [5]),
    ];
    expect(carry(crossed, [1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toEqual(crossed);
    const edited = carry(crossed, [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], ["es2"]);
    expect(edited[2]).toEqual({ ...bead([3], [2], "verified"), status: "text-changed" });
    expect(summary(edited)).toEqual(["1=1", "2=3", "3=2", "4=4", "5=5"]);
  });

  test("of which two claim a sentence: the verified one keeps it", () => {
    const beads = carry([bead([1, 2], [1]), bead([2], [2], "verified")], [1, 2], [1, 2]);
    expect(summary(beads)).toEqual(["1=1!", "2=2"]);
  });

  test("stand in the order of the German side, and English sentences alone behind the one before them", () => {
    const shuffled = [bead([3], [4]), bead([], [3]), bead([1], [1]), bead([2], []), bead([], [2])];
    expect(summary(carry(shuffled, [1, 2, 3], [1, 2, 3, 4]))).toEqual([
      "1=1",
      "=2",
      "=3",
      "2=",
      "3=4",
    ]);
  });
});
