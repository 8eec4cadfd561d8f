import { getSchema, type JSONContent } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { blockText, type ContentNode } from "@/core/article/content";
import { articleExtensions } from "../schema/article-extensions";
import { pointToPosition, positionToPoint } from "./positions";

const schema = getSchema(articleExtensions);

const inline: fc.Arbitrary<ContentNode> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text: fc.stringMatching(/^[a-cß ]{1,6}$/) }),
  fc.record({
    type: fc.constant("text" as const),
    text: fc.stringMatching(/^[x-z]{1,4}$/),
    marks: fc.constant([{ type: "bold" as const }]),
  }),
  fc.constant<ContentNode>({ type: "hardBreak" }),
  fc.constant<ContentNode>({ type: "footnoteReference", attrs: { label: "1" } }),
);
const paragraph: fc.Arbitrary<ContentNode> = fc.record({
  type: fc.constant("paragraph" as const),
  content: fc.array(inline, { maxLength: 4 }),
});
const listItem: fc.Arbitrary<ContentNode> = fc.record({
  type: fc.constant("listItem" as const),
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});
const block: fc.Arbitrary<ContentNode> = fc.oneof(
  paragraph,
  fc.constant<ContentNode>({ type: "horizontalRule" }),
  fc.record({
    type: fc.constant("bulletList" as const),
    content: fc.array(listItem, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant("callout" as const),
    attrs: fc.constant({ tone: "note" }),
    content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  }),
);
const side = fc.array(block, { minLength: 1, maxLength: 4 });

function documentOf(blocks: readonly ContentNode[]): Node {
  const content = blocks.map((node, index): JSONContent => {
    const json: JSONContent = JSON.parse(JSON.stringify(node));
    return { ...json, attrs: { ...json.attrs, blockId: `db${index + 1}` } };
  });
  return Node.fromJSON(schema, { type: "doc", content });
}

test("every point of a text has a position, and the position gives the point back", () => {
  fc.assert(
    fc.property(side, (blocks) => {
      const doc = documentOf(blocks);
      for (const [index, node] of blocks.entries()) {
        if (node.type === "horizontalRule") continue;
        const id = `db${index + 1}`;
        for (let offset = 0; offset <= blockText(node).length; offset += 1) {
          for (const bias of ["before", "after"] as const) {
            const position = pointToPosition(doc, { block: id, offset }, bias);
            if (position === null) throw new Error(`No position for ${id}:${offset}`);
            expect(positionToPoint(doc, position, bias)).toEqual({ block: id, offset });
          }
        }
      }
    }),
  );
});

test("every position of a document gives a point inside its text, and they never run backwards", () => {
  fc.assert(
    fc.property(side, (blocks) => {
      const doc = documentOf(blocks);
      const hasText = blocks.some(({ type }) => type !== "horizontalRule");
      for (const bias of ["before", "after"] as const) {
        let reached = -1;
        for (let position = 0; position <= doc.content.size; position += 1) {
          const point = positionToPoint(doc, position, bias);
          if (!hasText) {
            expect(point).toBeNull();
            continue;
          }
          const at = Number(point?.block.slice(2)) - 1;
          const text = blockText(blocks[at] ?? { type: "paragraph" });
          expect(point?.offset).toBeLessThanOrEqual(text.length);
          const rank = at * 1000 + (point?.offset ?? 0);
          expect(rank).toBeGreaterThanOrEqual(reached);
          reached = rank;
        }
      }
    }),
  );
});

test("the document's text between two positions is the block's text between two points", () => {
  fc.assert(
    fc.property(paragraph, fc.nat(30), fc.nat(30), (node, one, other) => {
      const doc = documentOf([node]);
      const text = blockText(node);
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort(
        (a, b) => a - b,
      );
      const from = pointToPosition(doc, { block: "db1", offset: start ?? 0 }, "after") ?? 0;
      const to = pointToPosition(doc, { block: "db1", offset: end ?? 0 }, "before") ?? 0;
      const between = doc.textBetween(Math.min(from, to), to, "\n", (leaf) =>
        leaf.type.name === "hardBreak" ? "\n" : "",
      );
      expect(between).toBe(text.slice(start, end));
    }),
  );
});

test("a rule has a position though it has no text, and an unknown block has none", () => {
  const doc = documentOf([{ type: "paragraph" }, { type: "horizontalRule" }]);
  expect(pointToPosition(doc, { block: "db2", offset: 0 }, "before")).toBe(2);
  expect(pointToPosition(doc, { block: "db9", offset: 0 }, "before")).toBeNull();
});
