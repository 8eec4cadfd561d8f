import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { align } from "./align";
import type { AlignmentText, IndexBead } from "./alignment";
import { buildLexicon } from "./lexicon/build-lexicon";

const lexicon = buildLexicon(builtInPhrases(), builtInForms());

function text(...paragraphs: string[][]): AlignmentText {
  return {
    sentences: paragraphs.flat(),
    paragraphs: paragraphs.flatMap((sentences, index) => sentences.map(() => index)),
  };
}

function shape(beads: readonly IndexBead[]): string[] {
  return beads.map(({ de, en }) => `${de.join(",")}:${en.join(",")}`);
}

const german = [
  "Im Hafen von Nordermünde liegt seit gestern ein Schiff mit 1.200 Tonnen Kobalt.",
  "Niemand weiß, wem es gehört.",
  "Kapitän Iversen schweigt, und die Behörden in Kiel verweisen auf das Ministerium.",
  "Am Kai von Holtenau stehen drei Männer und rauchen.",
  "Sie sagen, das Wasser sei in diesem Frühjahr so niedrig wie seit 1976 nicht mehr.",
];
const english = [
  "A ship carrying 1,200 tonnes of cobalt has been lying in the port of Nordermünde since yesterday.",
  "Nobody knows who owns it.",
  "Captain Iversen says nothing, and the authorities in Kiel refer all questions to the ministry.",
  "Three men stand on the quay at Holtenau and smoke.",
  "They say the water has not been this low in spring since 1976.",
];

describe("align", () => {
  test("pairs sentence with sentence where the translator did", () => {
    expect(shape(align(text(german), text(english)))).toEqual(["0:0", "1:1", "2:2", "3:3", "4:4"]);
  });

  test("finds two sentences that became one", () => {
    const joined = [
      ...english.slice(0, 2),
      `${english[2]?.slice(0, -1)}, while three men stand on the quay at Holtenau and smoke.`,
      ...english.slice(4),
    ];
    expect(shape(align(text(german), text(joined)))).toEqual(["0:0", "1:1", "2,3:2", "4:3"]);
  });

  test("finds one sentence that became two", () => {
    const divided = [
      ...english.slice(0, 2),
      "Captain Iversen says nothing.",
      "The authorities in Kiel refer all questions to the ministry.",
      ...english.slice(3),
    ];
    expect(shape(align(text(german), text(divided)))).toEqual([
      "0:0",
      "1:1",
      "2:2,3",
      "3:4",
      "4:5",
    ]);
  });

  test("leaves a sentence alone that only one side has", () => {
    const longer = [
      ...english.slice(0, 3),
      "The harbour office in Bremerhaven declined to comment on the 47 containers.",
      ...english.slice(3),
    ];
    expect(shape(align(text(german), text(longer)))).toEqual([
      "0:0",
      "1:1",
      "2:2",
      ":3",
      "3:4",
      "4:5",
    ]);
  });

  test("gives all of one side empty partners when the other is empty", () => {
    expect(shape(align(text(german), text([])))).toEqual(["0:", "1:", "2:", "3:", "4:"]);
    expect(align(text([]), text([]))).toEqual([]);
  });

  test("is surer of a pair that shares names and numbers than of one that could be any", () => {
    const [named] = align(text(german), text(english));
    const [vague] = align(
      text(["Das ist so.", "Nein."]),
      text(["No.", "Well, that is how it goes."]),
    );
    expect(named?.probability).toBeGreaterThan(vague?.probability ?? 1);
  });

  test("finds a sentence that was moved, as a bead that crosses", () => {
    const [first = "", second = "", third = "", ...rest] = english;
    const moved = [second, third, ...rest, first];
    expect(shape(align(text(german), text(moved)))).toEqual(["0:4", "1:0", "2:1", "3:2", "4:3"]);
  });

  test("puts a long sentence together with the many that it became", () => {
    const verse = ["The moon rose over the roofs.", "The cats crept.", "The baker slept."];
    const de = text(
      ["Der Mond stieg über die Dächer, die Katzen schlichen, der Bäcker schlief."],
      ["Niemand kam."],
    );
    expect(shape(align(de, text(verse, ["Nobody came."]), lexicon))).toEqual(["0:0,1,2", "1:3"]);
  });

  test("knows words by a lexicon that nothing else tells apart", () => {
    const de = text([
      "Der Hund schlief unter dem Tisch.",
      "Die Suppe kochte auf dem Herd.",
      "Das Kind lachte in der Küche.",
    ]);
    const en = text(["The soup boiled on the stove.", "The child laughed in the kitchen."]);
    expect(shape(align(de, en, lexicon))).toEqual(["0:", "1:0", "2:1"]);
  });

  test("takes paragraph breaks as a hint where lengths and words say nothing", () => {
    const de = text(["Sie kam heim.", "Es war dunkel."], ["Er schlief fest."]);
    const en = text(["She came home in the dark."], ["He slept soundly."]);
    expect(shape(align(de, en))).toEqual(["0,1:0", "2:1"]);
  });
});

test("puts every sentence into exactly one bead, in order, with a probability from 0 to 1", () => {
  const sentences = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(sentences, sentences, fc.nat(5), (de, en, paragraphLength) => {
      const inParagraphs = (list: string[]) => ({
        sentences: list,
        paragraphs: list.map((_, index) => Math.floor(index / (paragraphLength + 1))),
      });
      const beads = align(inParagraphs(de), inParagraphs(en));
      expect(beads.flatMap((bead) => bead.de)).toEqual(de.map((_, index) => index));
      // Moved sentences cross.
      const inOrder = beads.flatMap((bead) => bead.en).sort((a, b) => a - b);
      expect(inOrder).toEqual(en.map((_, index) => index));
      for (const { probability } of beads) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }),
  );
});

describe("a document of five thousand sentences a side", () => {
  const length = 5_000;
  const numbered = (words: string[]) =>
    Array.from(
      { length },
      (_, index) =>
        `${words[index % words.length]} ${index * 7} ${words[(index * 3) % words.length]}.`,
    );
  const de = numbered([
    "Die Schleuse maß",
    "Am Morgen zählte der Hafenmeister sorgfältig",
    "Kobalt",
    "Er fand",
  ]);
  const en = numbered([
    "The lock measured",
    "In the morning the harbour master carefully counted",
    "Cobalt",
    "He found",
  ]);

  test("is aligned in seconds, past a stretch of two hundred sentences that one side lacks", {
    timeout: 60_000,
  }, () => {
    const shorter = [...en.slice(0, 2000), ...en.slice(2200)];
    const start = performance.now();
    const beads = align(text(de), text(shorter));
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(beads.filter((bead) => bead.en.length === 0).map((bead) => bead.de[0])).toEqual(
      Array.from({ length: 200 }, (_, index) => 2000 + index),
    );
    expect(beads.at(-1)).toMatchObject({ de: [4999], en: [4799] });
  });

  test("is aligned straight through where whole passages stand three times", {
    timeout: 60_000,
  }, () => {
    const thrice = (sentences: string[]) => text([1, 2, 3].flatMap(() => sentences.slice(0, 1000)));
    const beads = align(thrice(de), thrice(en));
    expect(beads.every((bead) => bead.de[0] === bead.en[0] && bead.en.length === 1)).toBe(true);
    expect(beads).toHaveLength(3000);
  });

  test("is aligned in bounded time against three", { timeout: 60_000 }, () => {
    const beads = align(text(de), text(en.slice(0, 3)));
    expect(beads.flatMap((bead) => bead.en)).toEqual([0, 1, 2]);
  });

  test("is aligned in bounded time where nothing is shared", { timeout: 60_000 }, () => {
    const start = performance.now();
    const beads = align(text(de.map(() => "Nein, nie.")), text(en.map(() => "No, never.")));
    expect(beads.flatMap((bead) => bead.de)).toHaveLength(length);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
