import { expect, test } from "vitest";
import { blockText } from "./content";
import { newArticle } from "./new-article";

const article = newArticle(
  {
    de: {
      frontMatter: { title: "Ebbe" },
      paragraphs: [["Die Ebbe kam. ", "Alles lag still. "], ["Dann die Flut."]],
    },
    en: {
      frontMatter: {},
      paragraphs: [["The tide went out, and all was still."], ["Then it came in."]],
    },
  },
  [
    { de: [0, 1], en: [0], probability: 0.9 },
    { de: [2], en: [1], probability: 0.8 },
  ],
);

test("gives blocks, sentences and rows ids in reading order and counts on from there", () => {
  expect(article.sides.de.blocks.map((block) => block.id)).toEqual(["db1", "db2"]);
  expect(article.beads.map(({ de, en }) => [de, en])).toEqual([
    [["ds1", "ds2"], ["es1"]],
    [["ds3"], ["es2"]],
  ]);
  expect(article.rows).toEqual([
    { id: "r1", de: ["db1"], en: ["eb1"] },
    { id: "r2", de: ["db2"], en: ["eb2"] },
  ]);
  expect(article.sides.de.next).toEqual({ block: 3, sentence: 4 });
});

test("lets the sentences of a block cover its text without a gap", () => {
  const [block] = article.sides.de.blocks;
  expect(block && blockText(block.node)).toBe("Die Ebbe kam. Alles lag still.");
  expect(block?.sentences.map(({ start, end }) => [start, end])).toEqual([
    [0, 14],
    [14, 30],
  ]);
});
