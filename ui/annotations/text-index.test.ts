// @vitest-environment jsdom
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { quoteOf } from "@/core/annotation/side-text";
import {
  domToPoint,
  indexText,
  pointToDom,
  type TextIndex,
  toDomRange,
  toDomRanges,
  toTextRange,
} from "./text-index";

const german = `
  <div class="row" data-row="r1"><a class="row-number" href="#r1">1</a><div class="cell">
    <p data-block="db1" data-text><span data-sentence="ds1" data-bead="0">Ein <em>guter</em> Satz. </span><span data-sentence="ds2" data-bead="1">Noch einer<sup data-leaf><a href="#fn1">1</a></sup>.</span></p>
  </div></div>
  <div class="row" data-row="r2"><a class="row-number" href="#r2">2</a><div class="cell">
    <ul data-block="db2"><li><p data-text><span data-sentence="ds3" data-bead="2">Kupfer</span></p></li><li><p data-text><span data-sentence="ds4" data-bead="2">Zinn<br>und Blei</span></p></li></ul>
    <hr data-block="db3">
  </div></div>
  <div class="row" data-row="r3"><a class="row-number" href="#r3">3</a><div class="cell"></div></div>
  <div class="row" data-row="r4"><a class="row-number" href="#r4">4</a><div class="cell">
    <aside data-block="db4"><p data-text><span data-sentence="ds5" data-bead="3">Schluss.</span></p></aside>
  </div></div>`;

let section: HTMLElement;
let index: TextIndex;

beforeEach(() => {
  document.body.innerHTML = `<main><section data-side="de" lang="de">${german}</section><section data-side="en"><p>Else</p></section></main>`;
  const found = document.querySelector<HTMLElement>("[data-side=de]");
  if (!found) throw new Error("The test document has no German side");
  section = found;
  index = indexText(section, "de");
});

test("reads the text of every block, its joins, its line breaks and its sentences, and no furniture", () => {
  expect(index.text.blocks.map(({ id, text, sentences }) => ({ id, text, sentences }))).toEqual([
    {
      id: "db1",
      text: "Ein guter Satz. Noch einer.",
      sentences: [
        { id: "ds1", start: 0, end: 16 },
        { id: "ds2", start: 16, end: 27 },
      ],
    },
    {
      id: "db2",
      text: "Kupfer\nZinn\nund Blei",
      sentences: [
        { id: "ds3", start: 0, end: 7 },
        { id: "ds4", start: 7, end: 20 },
      ],
    },
    { id: "db3", text: "", sentences: [] },
    { id: "db4", text: "Schluss.", sentences: [{ id: "ds5", start: 0, end: 8 }] },
  ]);
});

describe("points and DOM places", () => {
  test("every point has a DOM place, and that place gives the point back", () => {
    for (const { id, text } of index.text.blocks.filter((block) => block.text !== "")) {
      for (let offset = 0; offset <= text.length; offset += 1) {
        for (const bias of ["before", "after"] as const) {
          const place = pointToDom(index, { block: id, offset }, bias);
          if (!place) throw new Error(`No place for ${id}:${offset}`);
          expect(domToPoint(index, place.node, place.offset, bias)).toEqual({ block: id, offset });
        }
      }
    }
  });

  test("every DOM place of the side gives a point", () => {
    const walker = document.createTreeWalker(section);
    for (let node: Node | null = section; node; node = walker.nextNode()) {
      const length = node instanceof Text ? node.length : node.childNodes.length;
      for (let offset = 0; offset <= length; offset += 1) {
        for (const bias of ["before", "after"] as const) {
          const point = domToPoint(index, node, offset, bias);
          const text = index.blocks.get(point?.block ?? "")?.text;
          expect(point?.offset).toBeLessThanOrEqual(text?.length ?? -1);
        }
      }
    }
  });

  test("a place in furniture falls to the text beside it", () => {
    const leaf = section.querySelector("[data-leaf] a")?.firstChild;
    if (!leaf) throw new Error("The test document has no footnote reference");
    expect(domToPoint(index, leaf, 1, "after")).toEqual({ block: "db1", offset: 26 });
    expect(domToPoint(index, leaf, 1, "before")).toEqual({ block: "db1", offset: 26 });
  });

  test("the range of a passage holds its words", () => {
    const offsets = index.text.blocks.flatMap(({ id, text }) =>
      text === ""
        ? []
        : Array.from({ length: text.length + 1 }, (_, offset) => ({ block: id, offset })),
    );
    const place = fc.nat(offsets.length - 1);
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [start, end] = [offsets[Math.min(one, other)], offsets[Math.max(one, other)]];
        if (!start || !end) throw new Error("No such place");
        const range = toDomRange(index, { start, end });
        const words = quoteOf(index.text, { start, end });
        if (!range || words === null) throw new Error("The passage is not in the text");
        const back = toTextRange(index, range);
        if (words.trim() === "") expect(back).toBeNull();
        else expect(back && quoteOf(index.text, back)).toBe(words.trim());
      }),
    );
  });

  test("the ranges of a passage over several blocks hold nothing that stands between them", () => {
    const range = { start: { block: "db1", offset: 16 }, end: { block: "db4", offset: 7 } };
    const words = toDomRanges(index, range).map(String);
    expect(words).toEqual(["Noch einer1.", "KupferZinnund Blei", "Schluss"]);
  });

  test("a block that is not there has no place", () => {
    expect(pointToDom(index, { block: "db99", offset: 0 }, "after")).toBeNull();
  });
});

test("a selection that runs out of the side is cut to it, and loses the white space at its ends", () => {
  const range = document.createRange();
  range.setStart(section.querySelector("em")?.firstChild ?? section, 0);
  range.setEnd(document.querySelector("[data-side=en] p") ?? section, 1);
  const passage = toTextRange(index, range);
  expect(passage).toEqual({ start: { block: "db1", offset: 4 }, end: { block: "db4", offset: 8 } });
});
