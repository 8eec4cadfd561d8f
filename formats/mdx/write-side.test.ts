import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { ContentNode } from "@/core/article/content";
import type { FrontMatter } from "@/core/article/front-matter";
import { generatedBlocks, inlineContent } from "@/core/article/generated-content";
import { readSide } from "./read-side";
import { writeSide } from "./write-side";

// Hundreds of texts are parsed twice: on a busy machine that takes more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const footnote: ContentNode = {
  type: "footnote",
  attrs: { label: "1" },
  content: [{ type: "paragraph", content: [{ type: "text", text: "n" }] }],
};

function paragraph(text: string): ContentNode {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

test("what is written is read back the same, whatever characters a text is made of", () => {
  fc.assert(
    fc.property(inlineContent, (content) => {
      const nodes = [{ type: "paragraph" as const, content }, footnote];
      expect(readSide(writeSide({}, nodes), "de").nodes).toEqual(nodes);
    }),
    { numRuns: 200 },
  );
});

test("what is written is read back the same, whatever blocks stand in each other", () => {
  fc.assert(
    fc.property(generatedBlocks, (nodes) => {
      expect(readSide(writeSide({}, nodes), "en").nodes).toEqual(nodes);
    }),
    { numRuns: 60 },
  );
});

test.each([
  "3. Oktober",
  "- ein Strich",
  "# kein Titel",
  "import Steuern from Ausland",
  "export of copper",
  "* Sternchen*",
  "_a_ und __b__ und snake_case",
  "[1] laut {Quelle} <siehe unten>",
  "&amp; bleibt, & auch",
  "| Spalte | Spalte |",
  "~~~ und ~~so~~",
  "  zwei Leerzeichen vorn und hinten  ",
  "Rohstoff\u00adpolitik 😀 10\u00a0%",
  "wer@example.org, www.example.org, https://example.org/a_b",
  "zeile\\",
  "--- title: x ---",
  "[^1]: keine Fußnote",
  "Steuer\u000bzeichen\fund \u2028 Zeilen\u2029trenner",
])("the raw text %j survives as it is", (text) => {
  const { nodes, messages } = readSide(writeSide({}, [paragraph(text)]), "de");
  expect(nodes).toEqual([paragraph(text)]);
  expect(messages).toEqual([]);
});

test("a line feed in a text is read back as a space, and nothing beside it moves", () => {
  const { nodes } = readSide(writeSide({}, [paragraph("Eins \n  zwei\ndrei.")]), "de");
  expect(nodes).toEqual([paragraph("Eins    zwei drei.")]);
});

const line = fc
  .string({
    unit: fc.constantFrom(..."aZ9ä: #'\"-[]{}&*!|>%@`,?\\„“"),
    minLength: 1,
    maxLength: 30,
  })
  .map((text) => text.trim())
  .filter((text) => text !== "");

const frontMatter: fc.Arbitrary<FrontMatter> = fc.record(
  {
    title: fc.oneof(
      line,
      fc.constantFrom("1984", "true", "null", "2025-04-06", "~", "0x10", "- a"),
    ),
    subtitle: line,
    byline: line,
    dateline: line,
    signature: fc.array(line, { maxLength: 3 }),
    date: fc.constant("2025-04-06"),
    source: fc.record(
      { name: line, url: fc.constant("https://example.org/") },
      { requiredKeys: ["name"] },
    ),
    direction: fc.constantFrom("de-en", "en-de"),
    level: fc.constantFrom("A1", "B2"),
    licence: line,
    fiction: fc.boolean(),
  },
  { requiredKeys: [] },
);

test("front matter is read back as it was written", () => {
  fc.assert(
    fc.property(frontMatter, (fields) => {
      const read = readSide(writeSide(fields, [paragraph("Text.")]), "de");
      expect(read.frontMatter).toEqual(fields);
      expect(read.messages).toEqual([]);
    }),
  );
});

const soup = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom("Wort", "word.", " ", "\n", "\n\n", "  ", "> ", "- "),
      },
      fc.constantFrom(
        ...["*", "**", "_", "~~", "`", "```\n", "{", "}", "<", ">", "</", "<Term>", "</Term>"],
        ...[
          "<Callout>",
          "</Callout>",
          "<Figure src='/a' alt=''>",
          "</Figure>",
          "<br />",
          "<b>",
          "</b>",
        ],
        ...["import x from 'y'\n", "export const a = ", "{1 + 1}", "[a](javascript:x)", "[b](/c)"],
        ...[
          "![i](/i.png)",
          "| a | b |\n| - | - |\n",
          "[^1]",
          "[^1]: ",
          "---\n",
          "# ",
          "1. ",
          "&lt;",
        ],
        ...[
          "<Caption>",
          "</Caption>",
          "<!--",
          "\t",
          "\\",
          "<Callout tone={x}>",
          "[r]",
          "[r]: /x\n",
        ],
      ),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

test("any text at all can be read; written once, it is written the same ever after", () => {
  fc.assert(
    fc.property(soup, (source) => {
      const read = readSide(source, "de");
      const written = writeSide(read.frontMatter, read.nodes);
      const again = readSide(written, "de");
      expect(again.nodes).toEqual(read.nodes);
      expect(writeSide(again.frontMatter, again.nodes)).toBe(written);
    }),
    { numRuns: 200 },
  );
});

test("no word of any text is lost", () => {
  fc.assert(
    fc.property(soup, (source) => {
      const { nodes } = readSide(source, "de");
      const shown = JSON.stringify(nodes);
      const count = (text: string) => text.match(/Wort|word/g)?.length ?? 0;
      expect(count(shown)).toBeGreaterThanOrEqual(count(source));
    }),
    { numRuns: 200 },
  );
});
