import { describe, expect, test } from "vitest";
import type { Article, Block } from "../article/article";
import { partsOf } from "../article/parts";
import type { Anchor } from "./annotation";
import { indexParts, partFinder, partsIndexSchema } from "./parts-index";

function block(id: string, sentences: string[], mergedIds: string[] = []): Block {
  return {
    id,
    node: { type: "paragraph", content: [{ type: "text", text: "x".repeat(sentences.length) }] },
    sentences: sentences.map((sentence, at) => ({ id: sentence, start: at, end: at + 1 })),
    mergedIds,
  };
}

/** 450 rows of one paragraph a side; the one with the id db300 has swallowed db900. */
const numbers = Array.from({ length: 450 }, (_, index) => index + 1);
const rest = { frontMatter: {}, tombstones: [], next: { block: 1000, sentence: 1000 } };
const article: Article = {
  sides: {
    de: {
      ...rest,
      language: "de",
      blocks: numbers.map((n) => block(`db${n}`, [`ds${n}`], n === 300 ? ["db900"] : [])),
    },
    en: {
      ...rest,
      language: "en",
      blocks: numbers.map((n) => block(`eb${n}`, [`es${n}`])),
    },
  },
  beads: [],
  rows: numbers.map((n) => ({ id: `r${n}`, de: [`db${n}`], en: [`eb${n}`] })),
};

const index = indexParts(article, partsOf(article));
const partsOfAnchor = partFinder(index);

function anchor(start: string, sentences: string[], end = start): Anchor {
  const words = { version: 1, side: "de", exact: "x", prefix: "", suffix: "" } as const;
  return {
    ...words,
    start: { block: start, offset: 0 },
    end: { block: end, offset: 1 },
    sentences,
  };
}

test("ids that count on are one run, and what is read back says the same", () => {
  expect(index.parts[0]).toEqual(["db1-200", "ds1-200", "eb1-200", "es1-200"]);
  expect(partsIndexSchema.parse(JSON.parse(JSON.stringify(index)))).toEqual(index);
});

describe("the part of a passage", () => {
  test.each([
    ["is that of its sentence", anchor("db201", ["ds201"]), [2]],
    ["is that of its sentence, wherever its block is", anchor("db1", ["ds420"]), [3]],
    ["is that of its block where the sentence is gone", anchor("db420", ["ds999"]), [3]],
    ["is that of the block its own was merged into", anchor("db900", ["ds999"]), [2]],
    [
      "is two where it reaches over the end of one",
      anchor("db200", ["ds200", "ds201"], "db201"),
      [1, 2],
    ],
    ["is none where nothing of it is left", anchor("db901", ["ds999"]), []],
  ])("%s", (_, at, parts) => {
    expect(partsOfAnchor(at)).toEqual(parts);
  });
});
