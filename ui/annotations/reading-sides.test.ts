// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { type ReadingSides, readSides } from "./reading-sides";

let sides: ReadingSides;

beforeEach(() => {
  document.body.innerHTML = `
    <section data-side="de"><div data-row="r1"><p data-block="db1" data-text><span data-sentence="ds1">Ein guter Satz.</span></p></div></section>
    <section data-side="en"><div data-row="r1"><p data-block="eb1" data-text><span data-sentence="es1">A good one.</span></p></div></section>`;
  const found = readSides(document);
  if (!found) throw new Error("The test document lacks a side");
  sides = found;
});

function textNode(): Text {
  const node = document.querySelector("[data-sentence=ds1]")?.firstChild;
  if (!(node instanceof Text)) throw new Error("The sentence has no text");
  return node;
}

test("where nodes were split the text is the same one, and its places are in the new nodes", () => {
  const before = sides.current("de");
  const second = textNode().splitText(4);
  sides.read();
  const now = sides.current("de");
  expect(now).not.toBe(before);
  expect(now.text).toBe(before.text);
  expect(now.segmentOf.get(second)).toMatchObject({ block: "db1", start: 4 });
});

test.each([
  ["other words", () => textNode().replaceData(0, 3, "Kein")],
  [
    "a sentence with another name",
    () => textNode().parentElement?.setAttribute("data-sentence", "ds9"),
  ],
])("%s make another text", (_, change) => {
  const before = sides.current("de").text;
  change();
  sides.read();
  expect(sides.current("de").text).not.toBe(before);
});
