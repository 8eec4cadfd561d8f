import fc from "fast-check";
import type { ContentMark, ContentNode } from "./content";
import { sortMarks } from "./mark-order";

/** Blocks for property tests, in the one form in which reading gives them: joined texts, sorted marks, no empty blocks. */

const hardPieces = [
  ..."*_[]{}<>&#|~`\\!()+-=:;.@\"'$^/%",
  ...[
    "1. ",
    "2) ",
    "- ",
    "+ ",
    "# ",
    "> ",
    "```",
    "~~~",
    "---",
    "===",
    "***",
    "import ",
    "export ",
  ],
  ...["import x from 'y'", "export const a = 1", "&amp;", "&#x20;", "<br />", "<Term>", "</Term>"],
  ...["{1 + 1}", "{/* x */}", "[^1]", "[^1]: ", "[a]: b", "[x]", "[ ]", "![a](b)", "| a |", "|--|"],
  ...[
    "www.example.org",
    "https://example.org/a_b",
    "a@example.org",
    "http://",
    "\\n",
    "://",
    "<!--",
  ],
  ..."äßéЖ中😀\u00ad\u00a0\u200b\u2028„“–…",
  ...[
    " ",
    "  ",
    "\t",
    "a",
    "b",
    "Wort",
    "word ",
    "1",
    "12.",
    "4 ",
    "\\",
    "a_b_c",
    "**",
    "__",
    "~~",
  ],
];

const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...hardPieces) },
      fc.constantFrom("x", "y z", "Ende. "),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(""));

const attribute = text.map((value) => value.replace(/\s+/g, " ").trim());

const link = fc.record({
  href: fc.constantFrom(
    "https://example.org/a_(b)*c*?d=1&e=%20#f",
    "mailto:a@example.org",
    "#r3",
    "/a|b",
    "x y",
  ),
  title: fc.option(
    attribute.filter((value) => value !== ""),
    { nil: null },
  ),
});

const marks: fc.Arbitrary<readonly ContentMark[]> = fc
  .record(
    {
      link: link.map((attrs): ContentMark => ({ type: "link", attrs })),
      term: fc
        .option(attribute, { nil: null })
        .map((gloss): ContentMark => ({ type: "term", attrs: { gloss } })),
      bold: fc.constant<ContentMark>({ type: "bold" }),
      italic: fc.constant<ContentMark>({ type: "italic" }),
      strike: fc.constant<ContentMark>({ type: "strike" }),
      code: fc.constant<ContentMark>({ type: "code" }),
    },
    { requiredKeys: [] },
  )
  .map((chosen) => sortMarks(Object.values(chosen)));

const textNode: fc.Arbitrary<ContentNode> = fc
  .record({ text, marks: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, marks) })
  .map(({ text, marks }) =>
    marks.length > 0 ? { type: "text", text, marks } : { type: "text", text },
  );

const inlineNode: fc.Arbitrary<ContentNode> = fc.oneof(
  { weight: 8, arbitrary: textNode },
  { weight: 1, arbitrary: fc.constant<ContentNode>({ type: "hardBreak" }) },
  {
    weight: 1,
    arbitrary: fc.constant<ContentNode>({ type: "footnoteReference", attrs: { label: "1" } }),
  },
);

export const inlineContent: fc.Arbitrary<ContentNode[]> = fc
  .array(inlineNode, { minLength: 1, maxLength: 5 })
  .map(joinTexts)
  .filter((nodes) => nodes.some((node) => node.type !== "hardBreak"));

function joinTexts(nodes: ContentNode[]): ContentNode[] {
  const joined: ContentNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const isSame = JSON.stringify(node.marks) === JSON.stringify(last?.marks);
    if (node.type === "text" && last?.type === "text" && isSame) {
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
    } else joined.push(node);
  }
  return joined;
}

const paragraph: fc.Arbitrary<ContentNode> = inlineContent.map((content) => ({
  type: "paragraph",
  content,
}));

const heading: fc.Arbitrary<ContentNode> = fc
  .record({ level: fc.integer({ min: 1, max: 6 }), content: fc.option(inlineContent, { nil: [] }) })
  .map(({ level, content }) => ({ type: "heading", attrs: { level }, ...filled(content) }));

const sourceLines = fc.array(text, { maxLength: 4 }).map((lines) => lines.join("\n"));

const codeBlock: fc.Arbitrary<ContentNode> = fc
  .record({
    language: fc.constantFrom(null, "ts", "c++", 'js title="a b"'),
    source: sourceLines,
    isVerbatim: fc.boolean(),
  })
  .map(({ language, source, isVerbatim }) => {
    const content: ContentNode[] = source === "" ? [] : [{ type: "text", text: source }];
    return isVerbatim
      ? { type: "verbatim", ...filled(content) }
      : { type: "codeBlock", attrs: { language }, ...filled(content) };
  });

const figure: fc.Arbitrary<ContentNode> = fc
  .record({
    src: fc.constantFrom("/a.svg", "https://example.org/a b.png?x=1&y=2"),
    alt: attribute,
    credit: fc.option(
      attribute.filter((value) => value !== ""),
      { nil: null },
    ),
    caption: fc.option(inlineContent, { nil: [] }),
  })
  .map(({ caption, ...attrs }) => ({
    type: "figure",
    attrs,
    content: [{ type: "figureCaption", ...filled(caption) }],
  }));

const table: fc.Arbitrary<ContentNode> = fc
  .record({
    aligns: fc.array(fc.constantFrom(null, "left", "center", "right"), {
      minLength: 1,
      maxLength: 3,
    }),
    rowCount: fc.integer({ min: 1, max: 3 }),
    cells: fc.array(fc.option(inlineContent.filter(fitsInCell), { nil: [] }), {
      minLength: 9,
      maxLength: 9,
    }),
    caption: fc.option(inlineContent, { nil: null }),
  })
  .map(({ aligns, rowCount, cells, caption }) => ({
    type: "table",
    content: [
      ...(caption ? [{ type: "tableCaption" as const, content: caption }] : []),
      ...Array.from({ length: rowCount }, (_, row) => ({
        type: "tableRow" as const,
        content: aligns.map((align, column) => ({
          type: row === 0 ? ("tableHeader" as const) : ("tableCell" as const),
          attrs: { align },
          content: [{ type: "paragraph" as const, ...filled(cells[row * 3 + column] ?? []) }],
        })),
      })),
    ],
  }));

/** Code with a backslash before a bar cannot be written in a table. */
function fitsInCell(content: readonly ContentNode[]): boolean {
  const isCode = (node: ContentNode) => node.marks?.some(({ type }) => type === "code");
  return !content.some((node) => isCode(node) && node.text?.includes("\\|"));
}

const simpleBlock = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  heading,
  codeBlock,
  figure,
  table,
  fc.constant<ContentNode>({ type: "horizontalRule" }),
);

/** What a container holds: at least one block, or one empty paragraph. */
function containerContent(block: fc.Arbitrary<ContentNode>): fc.Arbitrary<ContentNode[]> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.array(block, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant<ContentNode[]>([{ type: "paragraph" }]) },
  );
}

function containers(block: fc.Arbitrary<ContentNode>): fc.Arbitrary<ContentNode> {
  const content = containerContent(block);
  const items = fc.array(
    content.map((inner): ContentNode => ({ type: "listItem", content: inner })),
    { minLength: 1, maxLength: 3 },
  );
  return fc.oneof(
    content.map((inner): ContentNode => ({ type: "blockquote", content: inner })),
    fc
      .record({ tone: fc.constantFrom("note", "tip", "warning"), content })
      .map(({ tone, content }): ContentNode => ({ type: "callout", attrs: { tone }, content })),
    items.map((inner): ContentNode => ({ type: "bulletList", content: inner })),
    fc.record({ start: fc.constantFrom(1, 0, 7, 1986), items }).map(
      ({ start, items }): ContentNode => ({
        type: "orderedList",
        attrs: { start },
        content: items,
      }),
    ),
  );
}

const nested = containers(fc.oneof({ weight: 3, arbitrary: simpleBlock }, containers(simpleBlock)));

/** The blocks of a side, with the one footnote that its references mean. */
export const generatedBlocks: fc.Arbitrary<ContentNode[]> = fc
  .record({
    blocks: fc.array(fc.oneof({ weight: 2, arbitrary: simpleBlock }, nested), { maxLength: 4 }),
    footnote: containerContent(paragraph),
  })
  .map(({ blocks, footnote }) => [
    ...blocks,
    { type: "footnote", attrs: { label: "1" }, content: footnote },
  ]);

function filled(content: ContentNode[]): { content?: ContentNode[] } {
  return content.length > 0 ? { content } : {};
}
