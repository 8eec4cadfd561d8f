import { expect, test } from "vitest";
import { articleFromBlocks, type NewBlocks } from "../article/article-from-blocks";
import { findBlock } from "../article/article-index";
import { blockText } from "../article/content";
import { applyOperation } from "../article/operations/apply-operation";
import { applyPatch } from "../article/operations/patch";
import { checkArticle } from "./check-article";
import { fixOfFinding } from "./fix-of-finding";
import { rowsOfArticle } from "./rows-of-article";

const stamp = { by: "ada", at: "2026-01-01T00:00:00.000Z" };
const bead = { probability: 1, status: "proposed" } as const;

function side(title: string, texts: readonly string[]): NewBlocks {
  return {
    frontMatter: { title },
    blocks: texts.map((text) => ({
      node: { type: "paragraph", content: [{ type: "text", text }] },
      sentences: [text],
    })),
  };
}

const article = articleFromBlocks(
  {
    de: side("Der  Ofen", ["Sie saß in derDer Küche und las.", "Er kam  spät nach Hause."]),
    en: side("The Oven", ["She sat in the kitchen reading.", "He came home late."]),
  },
  [
    { ...bead, de: [0], en: [0] },
    { ...bead, de: [1], en: [1] },
  ],
);

const fixable = checkArticle(article, { lexicon: null }).filter(({ fix }) => fix !== null);

test("there are findings with a suggestion in the text and in the headline", () => {
  expect(fixable.some(({ place }) => place.blockId === "db1")).toBe(true);
  expect(fixable.some(({ place }) => place.blockId === "title")).toBe(true);
});

test("each suggestion, written, makes its finding go, and is taken back by the inverse", () => {
  for (const finding of fixable) {
    const operation = fixOfFinding(article, finding);
    const result = operation && applyOperation(article, operation, stamp);
    if (!result?.ok) throw new Error(`${finding.rule} cannot be mended`);
    const keys = checkArticle(result.article, { lexicon: null }).map(({ key }) => key);
    const places = finding.others.length;
    expect(keys.filter((key) => key === finding.key).length).toBeLessThanOrEqual(places);
    expect(applyPatch(result.article, result.inverse)).toEqual(article);
  }
});

test("a finding in a block that is gone mends nothing", () => {
  const [first] = fixable.filter(({ place }) => place.blockId === "db1");
  if (!first) throw new Error("nothing found");
  const moved = { ...first, place: { ...first.place, blockId: "db99" } };
  expect(fixOfFinding(article, moved)).toBeNull();
});

test("rows that are checked by themselves keep their ids and texts, and have no headline to miss", () => {
  const part = rowsOfArticle(article, [1]);
  expect(part.rows.map(({ id }) => id)).toEqual(["r2"]);
  const block = findBlock(part, "db2")?.block;
  expect(block && blockText(block.node)).toBe("Er kam  spät nach Hause.");
  const rules = checkArticle(part, { lexicon: null }).map(({ rule }) => rule);
  expect(rules).toEqual(["double-space"]);
});
