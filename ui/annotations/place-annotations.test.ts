// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import { offsetToPoint, quoteOf } from "@/core/annotation/side-text";
import type { Language } from "@/core/article/language";
import { annotationsAt, annotationsInSentence } from "./annotations-at";
import { placeAnnotations } from "./place-annotations";
import { type ReadingSides, readSides } from "./reading-sides";
import { sortMissing } from "./sort-missing";
import type { ShownAnnotation } from "./store/apply-changes";
import { twinRanges } from "./twin-ranges";

let sides: ReadingSides;

beforeEach(() => {
  document.body.innerHTML = `
    <section data-side="de"><div data-row="r1"><p data-block="db1" data-text><span data-sentence="ds1" data-bead="0">Ein langer Satz, der alles sagt. </span><span data-sentence="ds2" data-bead="1">Noch einer ohne Gegenstück.</span></p></div><div data-row="r2"><p data-block="db2" data-text><span data-sentence="ds3" data-bead="2">Zum Schluss.</span></p></div></section>
    <section data-side="en"><div data-row="r1"><p data-block="eb1" data-text><span data-sentence="es1" data-bead="0">A long sentence. </span><span data-sentence="es2" data-bead="0">It says it all.</span></p></div><div data-row="r2"><p data-block="eb2" data-text><span data-sentence="es3" data-bead="2">At last.</span></p></div></section>`;
  const found = readSides(document);
  if (!found) throw new Error("The test document lacks a side");
  sides = found;
});

/** An annotation of `words`; its id is the words. */
function on(side: Language, words: string): ShownAnnotation {
  const { text } = sides.current(side);
  const at = text.text.indexOf(words);
  const [start, end] = [offsetToPoint(text, at), offsetToPoint(text, at + words.length)];
  if (!start || !end) throw new Error(`No ${words}`);
  const described = describeAnchor(text, { start, end }, 1);
  if (!described.ok) throw new Error(described.reason);
  const annotation = {
    id: words,
    articleSlug: "probe",
    anchor: described.anchor,
    colour: "blue" as const,
    note: null,
    tags: [],
    audience: "me" as const,
    groupId: null,
    twin: null,
  };
  const people = { isOwn: true, mayAnswer: true, author: null, groupName: null };
  return {
    annotation,
    replies: [],
    resolvedAt: null,
    isDeleted: false,
    createdAt: "",
    updatedAt: "",
    isSaved: true,
    refusal: null,
    ...people,
  };
}

function idsOf(found: readonly ShownAnnotation[]) {
  return found.map(({ annotation }) => annotation.id);
}

test("annotations come in the order of the rows, German before English", () => {
  const shown = [
    on("en", "At last"),
    on("en", "long"),
    on("de", "Schluss"),
    on("de", "einer"),
    on("de", "Satz"),
  ];
  const { placed } = placeAnnotations(sides, shown);
  expect(idsOf(placed)).toEqual(["Satz", "einer", "long", "Schluss", "At last"]);
  expect(placed.map(({ row }) => row)).toEqual(["r1", "r1", "r1", "r2", "r2"]);
});

test.each([
  ["de", "Satz", ["A long sentence.", "It says it all."]],
  ["en", "says", ["Ein langer Satz, der alles sagt."]],
  ["de", "ohne", []],
] as const)("the twin of %s “%s” is %j", (side, words, twin) => {
  const { placed } = placeAnnotations(sides, [on(side, words)]);
  const other = sides.current(side === "de" ? "en" : "de").text;
  const ranges = placed.flatMap((one) => twinRanges(sides, one));
  expect(ranges.map((range) => quoteOf(other, range))).toEqual(twin);
});

test("an annotation whose words are gone is missing", () => {
  const shown = on("de", "ohne Gegenstück");
  document.querySelector("[data-sentence=ds2]")?.replaceChildren("Ganz anders.");
  sides.read();
  const { placed, missing } = placeAnnotations(sides, [shown]);
  expect([placed, idsOf(missing)]).toEqual([[], ["ohne Gegenstück"]]);
});

describe("what is not in the part that is read", () => {
  test.each([
    ["is elsewhere where another part holds it", [3], { orphaned: [], elsewhere: [3] }],
    ["is orphaned where no part holds anything of it", [], { orphaned: ["Satz"], elsewhere: [] }],
    [
      "is orphaned where its sentence is here without its words",
      [2],
      { orphaned: ["Satz"], elsewhere: [] },
    ],
    [
      "is never orphaned where two parts hold a half of it",
      [2, 3],
      { orphaned: [], elsewhere: [3] },
    ],
    ["is nothing as long as the parts are not known", null, { orphaned: [], elsewhere: [] }],
  ] as const)("%s", (_, parts, expected) => {
    const { orphaned, elsewhere } = sortMissing([on("de", "Satz")], 2, () => parts);
    expect({ orphaned: idsOf(orphaned), elsewhere: elsewhere.map(({ part }) => part) }).toEqual(
      expected,
    );
  });
});

describe("what stands at a place", () => {
  test("is the shortest passage first", () => {
    const { placed } = placeAnnotations(sides, [on("de", "langer Satz, der"), on("de", "Satz")]);
    const { text } = sides.current("de");
    const found = annotationsAt(sides, placed, text.language, text.text.indexOf("Satz") + 1);
    expect(idsOf(found)).toEqual(["Satz", "langer Satz, der"]);
  });

  test("is a twin only where no passage is", () => {
    const { placed } = placeAnnotations(sides, [on("de", "Satz"), on("en", "long")]);
    const { text } = sides.current("en");
    expect(
      idsOf(annotationsAt(sides, placed, text.language, text.text.indexOf("long") + 1)),
    ).toEqual(["long"]);
    expect(idsOf(annotationsAt(sides, placed, text.language, text.text.indexOf("says")))).toEqual([
      "Satz",
    ]);
  });

  test("is found by sentence for the keyboard", () => {
    const { placed } = placeAnnotations(sides, [on("de", "sagt. Noch"), on("de", "Schluss")]);
    const { text } = sides.current("de");
    expect(idsOf(annotationsInSentence(placed, text, "ds1"))).toEqual(["sagt. Noch"]);
    expect(idsOf(annotationsInSentence(placed, text, "ds2"))).toEqual(["sagt. Noch"]);
    expect(idsOf(annotationsInSentence(placed, text, "ds3"))).toEqual(["Schluss"]);
  });
});
