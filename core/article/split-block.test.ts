import fc from "fast-check";
import { expect, test } from "vitest";
import { blockText, type ContentNode } from "./content";
import { generatedBlocks } from "./generated-content";
import { splitBlock } from "./split-block";

function paragraph(text: string): ContentNode {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

function list(...items: string[]): ContentNode {
  const content = items.map((text): ContentNode => {
    return { type: "listItem", content: [text ? paragraph(text) : { type: "paragraph" }] };
  });
  return { type: "bulletList", content };
}

test("loses nothing: joined, the sentences are the text of the block", () => {
  fc.assert(
    fc.property(generatedBlocks, fc.array(fc.string()), (nodes, earlier) => {
      for (const node of nodes) {
        const text = blockText(node);
        const sentences = splitBlock(node, "de", earlier);
        expect(sentences.join("")).toBe(text.trim() === "" ? "" : text);
        expect(sentences.every((sentence) => sentence.trim() !== "")).toBe(true);
      }
    }),
  );
});

test("no sentence reaches from one item of a list into the next", () => {
  expect(splitBlock(list("Kupfer", "Zinn. Blei.", "", "Gold"), "de")).toEqual([
    "Kupfer\n",
    "Zinn. ",
    "Blei.\n\n",
    "Gold",
  ]);
});

test("what comes before the first word belongs to the first sentence", () => {
  expect(splitBlock(list("", "Kupfer"), "de")).toEqual(["\nKupfer"]);
});

test("a block without words has no sentences", () => {
  expect(splitBlock(list("", " "), "de")).toEqual([]);
});

test("sentences that a person put together stay together while they stand at either end", () => {
  const earlier = ["Er kam. Er sah. ", "Er siegte.\n", "Dann ging er. Fort."];
  const node = list("Er kam. Er sah. Er verlor. Oft.", "Dann ging er. Fort.");
  expect(splitBlock(node, "de", earlier)).toEqual([
    "Er kam. Er sah. ",
    "Er verlor. ",
    "Oft.\n",
    "Dann ging er. Fort.",
  ]);
});

test("an earlier sentence that now goes on is split anew", () => {
  expect(splitBlock(paragraph("Das ist gut gemacht. Ja."), "de", ["Das ist gut"])).toEqual([
    "Das ist gut gemacht. ",
    "Ja.",
  ]);
});
