import { expect, test } from "vitest";
import { blockText, type ContentNode } from "@/core/article/content";
import { readSide } from "./read-side";

/** What the messages say: rule, place, and whether it is an error. */
function messagesOf(source: string): string[] {
  return readSide(source, "de").messages.map(
    ({ ruleId, line, column, fatal }) => `${ruleId} ${line}:${column}${fatal ? "" : " (warning)"}`,
  );
}

function textsOf(source: string): string[] {
  return readSide(source, "de").nodes.map((node) => `${node.type}: ${blockText(node)}`);
}

const text = (value: string, ...marks: NonNullable<ContentNode["marks"]>): ContentNode =>
  marks.length > 0 ? { type: "text", text: value, marks } : { type: "text", text: value };

const paragraph = (...content: ContentNode[]): ContentNode => ({ type: "paragraph", content });

test.each<[string, string, ContentNode[]]>([
  [
    "a paragraph whose lines are wrapped",
    "Ein Satz\nin Zeilen.",
    [paragraph(text("Ein Satz in Zeilen."))],
  ],
  [
    "a heading",
    "## Was bleibt",
    [{ type: "heading", attrs: { level: 2 }, content: [text("Was bleibt")] }],
  ],
  [
    "marks, the same in whichever order they were typed",
    "**_a_** _**b**_",
    [
      paragraph(
        text("a", { type: "bold" }, { type: "italic" }),
        text(" "),
        text("b", { type: "bold" }, { type: "italic" }),
      ),
    ],
  ],
  [
    "a link by reference",
    '[hier][1]\n\n[1]: https://example.org "T"',
    [paragraph(text("hier", { type: "link", attrs: { href: "https://example.org", title: "T" } }))],
  ],
  [
    "a hard break, either way",
    "a\\\nb<br />c",
    [paragraph(text("a"), { type: "hardBreak" }, text("b"), { type: "hardBreak" }, text("c"))],
  ],
  [
    "a term",
    '<Term gloss="mine">Mine</Term>',
    [paragraph(text("Mine", { type: "term", attrs: { gloss: "mine" } }))],
  ],
  [
    "a list in a list",
    "- a\n  1. b\n\n- c",
    [
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [
              paragraph(text("a")),
              {
                type: "orderedList",
                attrs: { start: 1 },
                content: [{ type: "listItem", content: [paragraph(text("b"))] }],
              },
            ],
          },
          { type: "listItem", content: [paragraph(text("c"))] },
        ],
      },
    ],
  ],
  [
    "a callout on one line",
    '<Callout tone="tip">Kurz.</Callout>',
    [{ type: "callout", attrs: { tone: "tip" }, content: [paragraph(text("Kurz."))] }],
  ],
  [
    "a figure, with a caption of two paragraphs",
    '<Figure src="/a.svg" alt="A" credit="Ich">\n  Eins.\n\n  Zwei.\n</Figure>',
    [
      {
        type: "figure",
        attrs: { src: "/a.svg", alt: "A", credit: "Ich" },
        content: [
          { type: "figureCaption", content: [text("Eins."), { type: "hardBreak" }, text("Zwei.")] },
        ],
      },
    ],
  ],
  [
    "a picture alone in its paragraph",
    '![A](/a.svg "Eins.")',
    [
      {
        type: "figure",
        attrs: { src: "/a.svg", alt: "A", credit: null },
        content: [{ type: "figureCaption", content: [text("Eins.")] }],
      },
    ],
  ],
  [
    "a footnote, last although it was defined first",
    "[^a]: Note.\n\nText.[^a]",
    [
      paragraph(text("Text."), { type: "footnoteReference", attrs: { label: "a" } }),
      { type: "footnote", attrs: { label: "a" }, content: [paragraph(text("Note."))] },
    ],
  ],
  [
    "a box to tick, as text",
    "- [x] fertig",
    [
      {
        type: "bulletList",
        content: [{ type: "listItem", content: [paragraph(text("[x] fertig"))] }],
      },
    ],
  ],
])("reads %s", (_, source, nodes) => {
  const read = readSide(source, "de");
  expect(read.nodes).toEqual(nodes);
  expect(read.messages).toEqual([]);
});

test("reads a table with its caption, and every row as wide as the widest", () => {
  const [table] = readSide("<Caption>T</Caption>\n\n| a | b |\n|--|-:|\n| 1 | 2 | 3 |", "de").nodes;
  expect(table?.content?.map((row) => row.content?.length)).toEqual([1, 3, 3]);
  expect(table && blockText(table)).toBe("T\na\nb\n\n1\n2\n3");
  expect(table?.content?.[1]?.content?.[1]?.attrs).toEqual({ align: "right" });
});

test.each<[string, string, string[], string[]]>([
  [
    "an import",
    'A\n\nimport x from "y"\n\nB',
    ["import-or-export 3:1"],
    ["paragraph: A", 'verbatim: import x from "y"', "paragraph: B"],
  ],
  [
    "an export",
    "export const a = () => alert(1)",
    ["import-or-export 1:1"],
    ["verbatim: export const a = () => alert(1)"],
  ],
  [
    "an expression in a line",
    "Es sind {1 + 1}.",
    ["expression 1:9"],
    ["paragraph: Es sind {1 + 1}."],
  ],
  ["an expression on its own", "{alert(1)}", ["expression 1:1"], ["verbatim: {alert(1)}"]],
  [
    "an unknown component",
    "<Video>\n\n**laut**\n\n</Video>",
    ["unknown-component 1:1"],
    ["verbatim: <Video>\n\n**laut**\n\n</Video>"],
  ],
  [
    "HTML",
    "Hier <b onclick='x()'>fett</b>.",
    ["raw-html 1:6"],
    ["paragraph: Hier <b onclick='x()'>fett</b>."],
  ],
  [
    "a script",
    "<script>alert(1)</script>",
    ["raw-html 1:1"],
    ["paragraph: <script>alert(1)</script>"],
  ],
  [
    "a computed attribute",
    "<Callout tone={t}>\n\nA\n\n</Callout>",
    ["expression-attribute 1:10"],
    ["verbatim: <Callout tone={t}>\n\nA\n\n</Callout>"],
  ],
  [
    "spread attributes",
    "Ein <Term {...x}>Wort</Term>.",
    ["expression-attribute 1:11"],
    ["paragraph: Ein <Term {...x}>Wort</Term>."],
  ],
  [
    "an unknown attribute",
    '<Callout onClick="x">A</Callout>',
    ["unknown-attribute 1:10"],
    ['verbatim: <Callout onClick="x">A</Callout>'],
  ],
  [
    "a figure without a picture",
    '<Figure alt="A" />',
    ["missing-attribute 1:1"],
    ['verbatim: <Figure alt="A" />'],
  ],
  [
    "a figure from elsewhere",
    '<Figure src="data:image/png;base64,A" alt="" />',
    ["unsafe-image 1:1"],
    ['verbatim: <Figure src="data:image/png;base64,A" alt="" />'],
  ],
  [
    "a figure with a list in it",
    '<Figure src="/a" alt="">\n- a\n</Figure>',
    ["figure-content 1:1"],
    ['verbatim: <Figure src="/a" alt="">\n- a\n</Figure>'],
  ],
  [
    "an unknown tone",
    '<Callout tone="laut">A</Callout>',
    ["invalid-tone 1:1"],
    ['verbatim: <Callout tone="laut">A</Callout>'],
  ],
  [
    "a callout inside a line",
    "Ein <Callout>A</Callout> hier.",
    ["misplaced-component 1:5"],
    ["paragraph: Ein <Callout>A</Callout> hier."],
  ],
  [
    "a caption without a table",
    "<Caption>T</Caption>\n\nText.",
    ["misplaced-component 1:1"],
    ["verbatim: <Caption>T</Caption>", "paragraph: Text."],
  ],
  [
    "a link to a script",
    "[a](javascript:alert(1))",
    ["unsafe-link 1:1"],
    ["paragraph: [a](javascript:alert(1))"],
  ],
  [
    "a link to a script, by reference",
    "[a]\n\n[a]: JAVASCRIPT:alert(1)",
    ["unsafe-link 1:1"],
    ["paragraph: [a]"],
  ],
  ["a link without a word", "Hier [](/x).", ["empty-link 1:6"], ["paragraph: Hier [](/x)."]],
  [
    "a picture in a line",
    "Hier ![A](/a.svg).",
    ["inline-image 1:6"],
    ["paragraph: Hier ![A](/a.svg)."],
  ],
  [
    "a footnote defined twice",
    "A[^1]\n\n[^1]: Eins\n\n[^1]: Zwei",
    ["footnote-repeated 5:1 (warning)"],
    ["paragraph: A", "footnote: Eins", "footnote: Zwei"],
  ],
  [
    "a footnote nobody refers to",
    "A\n\n[^1]: Eins",
    ["footnote-unused 3:1 (warning)"],
    ["paragraph: A", "footnote: Eins"],
  ],
  [
    "an address nobody refers to",
    "A\n\n[b]: /x",
    ["definition-unused 3:1 (warning)"],
    ["paragraph: A", "verbatim: [b]: /x"],
  ],
  [
    "source that was kept as source",
    "```verbatim\n<Video />\n```",
    ["source-shown 1:1 (warning)"],
    ["verbatim: <Video />"],
  ],
])("reports %s with its place, and shows it as text", (_, source, messages, texts) => {
  expect(messagesOf(source)).toEqual(messages);
  expect(textsOf(source)).toEqual(texts);
});

test.each<[string, string, string[], string[]]>([
  [
    "an open brace",
    "Eins.\n\nZwei {drei\n\nVier.",
    ["syntax 3:11"],
    ["paragraph: Eins.", "verbatim: Zwei {drei", "paragraph: Vier."],
  ],
  [
    "an open brace at the start of a line, which swallows the rest",
    "Eins.\n\n{zwei\n\nDrei.\n\nVier.",
    ["syntax 3:1"],
    ["paragraph: Eins.", "verbatim: {zwei", "paragraph: Drei.", "paragraph: Vier."],
  ],
  [
    "a tag that is never closed",
    "Eins.\n\n<Callout>\n\nZwei.",
    ["syntax 3:1"],
    ["paragraph: Eins.", "verbatim: <Callout>", "paragraph: Zwei."],
  ],
  [
    "a tag that was never opened",
    "Eins.\n\n</Callout>\n\nZwei.",
    ["syntax 3:2"],
    ["paragraph: Eins.", "verbatim: </Callout>", "paragraph: Zwei."],
  ],
  [
    "a comment",
    "<!-- x -->\n\nEins.",
    ["syntax 1:2"],
    ["verbatim: <!-- x -->", "paragraph: Eins."],
  ],
  ["a sign for smaller", "Wenn 1 <2 ist.", ["syntax 1:9"], ["verbatim: Wenn 1 <2 ist."]],
  [
    "a broken export",
    "Eins.\n\nexport {\n\nZwei.",
    ["syntax 3:1"],
    ["paragraph: Eins.", "verbatim: export {", "paragraph: Zwei."],
  ],
  [
    "a fault in a quote",
    "> Eins.\n>\n> {zwei\n>\n> Drei.",
    ["syntax 3:1"],
    ["blockquote: Eins.\n> {zwei\nDrei."],
  ],
])("shows the rest of the file in spite of %s", (_, source, messages, texts) => {
  expect(messagesOf(source)).toEqual(messages);
  expect(textsOf(source)).toEqual(texts);
});

test("shows a file of nothing but faults as source, piece by piece", () => {
  const faults = Array.from({ length: 40 }, (_, index) => `Fehler ${index} {`);
  const { nodes } = readSide(`---\ntitle: T\n---\n\n${faults.join("\n\n")}`, "de");
  expect(nodes.map(({ type }) => type)).toEqual(faults.map(() => "verbatim"));
  expect(nodes.map(blockText)).toEqual(faults);
});

test("shows a text that is nested without end as source, and does not overflow", () => {
  const { nodes, messages } = readSide(`${">".repeat(5000)} tief`, "de");
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(["too-deep"]);
  expect(nodes.map(blockText).join()).toContain("tief");
});

test("keeps the places of messages behind a fault", () => {
  expect(messagesOf("Eins {\n\nÄ {1}\n")).toEqual(["syntax 1:7", "expression 3:3"]);
});

test.each<[string, string, object, string[], string[]]>([
  [
    "all fields",
    "---\ntitle: 1984\nfiction: true\n---\n\nA",
    { title: "1984", fiction: true },
    [],
    ["paragraph: A"],
  ],
  [
    "an unknown field",
    "---\ntitle: T\nfarbe: rot\n---\n\nA",
    { title: "T" },
    ["front-matter-field 3:1"],
    ["verbatim: farbe: rot", "paragraph: A"],
  ],
  [
    "a field with a wrong value",
    "---\ndate: gestern\ntitle: T\n---\n\nA",
    { title: "T" },
    ["front-matter-field 2:1"],
    ["verbatim: date: gestern", "paragraph: A"],
  ],
  [
    "broken YAML",
    '---\ntitle: "T\n---\n\nA',
    {},
    ["front-matter-syntax 2:10"],
    ['verbatim: title: "T', "paragraph: A"],
  ],
  [
    "a list",
    "---\n- a\n---\n\nA",
    {},
    ["front-matter-syntax 2:1"],
    ["verbatim: - a", "paragraph: A"],
  ],
  [
    "a fence that is never closed",
    "---\ntitle: T\n\nA",
    {},
    ["front-matter-unclosed 1:1"],
    ["horizontalRule: ", "paragraph: title: T", "paragraph: A"],
  ],
])("reads front matter with %s", (_, source, frontMatter, messages, texts) => {
  expect(readSide(source, "de").frontMatter).toEqual(frontMatter);
  expect(messagesOf(source)).toEqual(messages);
  expect(textsOf(source)).toEqual(texts);
});

test("evaluates nothing", () => {
  const trap = "globalThis.trapped = true";
  readSide(`{${trap}}\n\nexport const a = (${trap})\n\n<Term gloss={${trap}}>a</Term>`, "de");
  expect("trapped" in globalThis).toBe(false);
});

test("reads Windows line ends and a byte order mark like any other", () => {
  expect(textsOf("\uFEFF---\r\ntitle: T\r\n---\r\n\r\nA\r\nb")).toEqual(["paragraph: A b"]);
});

test("replaces what cannot be stored, in the text and in the front matter", () => {
  const { frontMatter, nodes } = readSide('---\ntitle: "a\ud800b"\n---\n\nA\u0000B\udc00', "de");
  expect(frontMatter.title).toBe("a\ufffdb");
  expect(nodes).toEqual([paragraph(text("A\ufffdB\ufffd"))]);
});
