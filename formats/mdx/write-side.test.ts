import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedBlocks, inlineContent } from "@/core/article/generated-content";
import { readSide } from "./read-side";
import { writeSide } from "./write-side";

test("what is written is read back the same, whatever characters a text is made of", () => {
  fc.assert(
    fc.property(inlineContent, (content) => {
      const nodes = [
        { type: "paragraph" as const, content },
        {
          type: "footnote" as const,
          attrs: { label: "1" },
          content: [
            { type: "paragraph" as const, content: [{ type: "text" as const, text: "n" }] },
          ],
        },
      ];
      expect(readSide(writeSide({}, nodes), "de").nodes).toEqual(nodes);
    }),
    { numRuns: 20000 },
  );
});

test("what is written is read back the same, whatever blocks stand in each other", () => {
  fc.assert(
    fc.property(generatedBlocks, (nodes) => {
      expect(readSide(writeSide({}, nodes), "en").nodes).toEqual(nodes);
    }),
    { numRuns: 5000 },
  );
});
