import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedBlocks } from "@/core/article/generated-content";
import { markOrder } from "@/core/article/mark-order";
import { docToBlocks, sideToDoc } from "../article-to-doc";
import { articleExtensions } from "./article-extensions";

const schema = getSchema(articleExtensions);

function sideOf(nodes: Parameters<typeof blocksOf>[0]) {
  const next = { block: nodes.length + 1, sentence: 1 };
  return {
    language: "de" as const,
    frontMatter: {},
    blocks: blocksOf(nodes),
    tombstones: [],
    next,
  };
}

function blocksOf(nodes: readonly Parameters<typeof sideToDoc>[0]["blocks"][number]["node"][]) {
  return nodes.map((node, index) => ({
    id: `db${index + 1}`,
    node,
    sentences: [],
    mergedIds: [],
  }));
}

test("every side is a valid document of the schema, and comes back as it was", () => {
  fc.assert(
    fc.property(generatedBlocks, (nodes) => {
      const side = sideOf(nodes);
      const doc = Node.fromJSON(schema, sideToDoc(side));
      doc.check();
      expect(docToBlocks(doc.toJSON())).toEqual(side.blocks.map(({ id, node }) => ({ id, node })));
    }),
  );
});

test("the marks of the schema stand in the order in which articles keep them", () => {
  expect(Object.keys(schema.marks)).toEqual(markOrder);
});

test("a node that is not of the schema is refused", () => {
  expect(() => docToBlocks({ type: "doc", content: [{ type: "script" }] })).toThrow("script");
  const text = { type: "text", text: "x", marks: [{ type: "underline" }] };
  expect(() =>
    docToBlocks({ type: "doc", content: [{ type: "paragraph", content: [text] }] }),
  ).toThrow("underline");
});
