// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { quoteOf, sideText } from "@/core/annotation/side-text";
import { clampSelection, extendByWord, readSelection } from "./passage";
import { type ReadingSides, readSides } from "./reading-sides";

const row = (side: string, number: number, text: string) =>
  `<div class="row" data-row="r${number}"><a class="row-number">${number}</a><div class="cell"><p data-block="${side[0]}b${number}" data-text id="${side}${number}"><span data-sentence="${side[0]}s${number}" data-bead="${number}">${text}</span></p></div></div>`;

let sides: ReadingSides;

beforeEach(() => {
  document.body.innerHTML = `<h1>Titel</h1>
    <section data-side="de">${row("de", 1, "Erster Satz. ")}${row("de", 2, "Zweiter Satz.")}${row("de", 3, "Dritter Satz.")}</section>
    <section data-side="en">${row("en", 1, "First one. ")}${row("en", 2, "Second one.")}${row("en", 3, "Third one.")}</section>
    <footer>Ende</footer>`;
  const found = readSides(document);
  if (!found) throw new Error("The test document lacks a side");
  sides = found;
});

type Place = readonly [id: string, offset: number];

/** Selects from one letter to another, as dragging or the handles of a phone do. */
function select([fromId, from]: Place, [toId, to]: Place): Selection {
  const selection = document.getSelection();
  const [start, end] = [fromId, toId].map((id) => {
    const element = document.getElementById(id) ?? document.querySelector(id);
    return element?.querySelector("span")?.firstChild ?? element?.firstChild;
  });
  if (!selection || !start || !end) throw new Error("Nothing to select");
  selection.setBaseAndExtent(start, from, end, to);
  return selection;
}

function wordsOf(selection: Selection): string | null {
  const passage = readSelection(sides, selection, null);
  return passage && `${passage.side}: ${quoteOf(sides.current(passage.side).text, passage.range)}`;
}

describe("a selection", () => {
  const cases: readonly [string, Place, Place, string][] = [
    ["inside a sentence is that passage", ["de1", 0], ["de1", 6], "de: Erster"],
    ["drawn backwards is the same passage", ["de1", 6], ["de1", 0], "de: Erster"],
    ["over two blocks holds both", ["de1", 7], ["de2", 7], "de: Satz. \nZweiter"],
    ["loses the white space at its ends", ["en1", 5], ["en1", 11], "en: one."],
    [
      "that runs into the same row of the other side ends with its own",
      ["de2", 8],
      ["en2", 3],
      "de: Satz.",
    ],
    [
      "that runs into a later row there ends with that row here",
      ["de1", 7],
      ["en2", 3],
      "de: Satz. \nZweiter Satz.",
    ],
    [
      "that runs up into an earlier row there begins with that row here",
      ["de3", 7],
      ["en2", 3],
      "de: Zweiter Satz.\nDritter",
    ],
    [
      "begun on the right and drawn into the left keeps to the right",
      ["en2", 6],
      ["de1", 2],
      "en: First one. \nSecond",
    ],
    ["that leaves the text at its end ends with it", ["en3", 0], ["footer", 2], "en: Third one."],
    ["that leaves the text at its start begins with it", ["de1", 6], ["h1", 2], "de: Erster"],
    [
      "that ends before the first letter of the other side has not left its own",
      ["de3", 0],
      ["en1", 0],
      "de: Dritter Satz.",
    ],
  ];

  test.each(cases)("%s", (_, from, to, words) => {
    expect(wordsOf(select(from, to))).toBe(words);
  });

  test("that began outside of the text is none of ours", () => {
    expect(wordsOf(select(["h1", 0], ["de2", 4]))).toBeNull();
  });

  test("of nothing is no passage", () => {
    expect(wordsOf(select(["de1", 3], ["de1", 3]))).toBeNull();
  });

  test("is visibly kept inside the side where it began", () => {
    const selection = select(["de1", 0], ["en2", 4]);
    clampSelection(sides, selection, null);
    expect(selection.toString()).not.toContain("First");
    expect(sides.sideOf(selection.focusNode)?.language).toBe("de");
  });
});

describe("extending by word", () => {
  const text = "Das Geld lockte, und sie kamen.";
  const side = sideText("de", [
    { id: "db1", text, sentences: [{ id: "ds1", start: 0, end: text.length }] },
  ]);
  const passage = (from: number, to: number) => ({
    start: { block: "db1", offset: from },
    end: { block: "db1", offset: to },
  });

  test.each([
    [0, 8, 1, "Das Geld lockte"],
    [0, 15, 1, "Das Geld lockte, und"],
    [0, 15, -1, "Das Geld"],
    [0, 3, -1, "Das"], // one word stays
    [25, 30, 1, "kamen"], // no word is left
  ] as const)("from %i–%i by %i gives %j", (from, to, direction, words) => {
    expect(quoteOf(side, extendByWord(side, passage(from, to), direction))).toBe(words);
  });
});
