import { expect, test } from "vitest";
import type { Article, Block } from "./article";
import type { ContentNode } from "./content";
import { partsOf } from "./parts";

test("a text of two hundred rows is one part, footnotes included", () => {
  const article = makeArticle([...paragraphs(200), note("a")]);
  expect(partsOf(article)).toEqual([article.rows]);
});

test("a longer text is cut before the highest heading in reach, and no row is lost or twice", () => {
  const nodes = [...paragraphs(120), heading(2), ...paragraphs(60), heading(3), ...paragraphs(200)];
  const article = makeArticle(nodes);
  const parts = partsOf(article);
  expect(parts.map((part) => part.length)).toEqual([120, 200, 62]);
  expect(parts.flat()).toEqual(article.rows);
});

test("of two equal headings the later one is taken, and without any the limit cuts", () => {
  const withTwo = makeArticle([
    ...paragraphs(110),
    heading(2),
    ...paragraphs(60),
    heading(2),
    ...paragraphs(90),
  ]);
  expect(partsOf(withTwo).map((part) => part.length)).toEqual([171, 91]);
  expect(partsOf(makeArticle(paragraphs(450))).map((part) => part.length)).toEqual([200, 200, 50]);
});

test("a footnote stands in the part that refers to it", () => {
  const reference: ContentNode = {
    type: "paragraph",
    content: [{ type: "footnoteReference", attrs: { label: "b" } }],
  };
  const article = makeArticle([
    ...paragraphs(150),
    reference,
    ...paragraphs(120),
    note("a"),
    note("b"),
  ]);
  const [first, second] = partsOf(article);
  expect(first?.at(-1)?.de).toEqual(["db273"]);
  expect(second?.at(-1)?.de).toEqual(["db272"]);
});

function makeArticle(nodes: readonly ContentNode[]): Article {
  const blocks = nodes.map((node, index): Block => {
    return { id: `db${index + 1}`, node, sentences: [], mergedIds: [] };
  });
  const side = { frontMatter: {}, tombstones: [], next: { block: 1, sentence: 1 } };
  return {
    sides: {
      de: { ...side, language: "de", blocks },
      en: { ...side, language: "en", blocks: [] },
    },
    beads: [],
    rows: blocks.map(({ id }, index) => ({ id: `r${index + 1}`, de: [id], en: [] })),
  };
}

function paragraphs(count: number): ContentNode[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "paragraph",
    content: [{ type: "text", text: `Absatz ${index}` }],
  }));
}

function heading(level: number): ContentNode {
  return { type: "heading", attrs: { level }, content: [{ type: "text", text: "Kapitel" }] };
}

function note(label: string): ContentNode {
  return { type: "footnote", attrs: { label }, content: paragraphs(1) };
}
