import { mergeAttributes, Node } from "@tiptap/core";

/**
 * Nodes that hold text directly. Each carries `data-text`, so that a reader of the DOM can join them as `blockText` does,
 * and keeps white space as it is.
 */
export const Paragraph = Node.create({
  name: "paragraph",
  priority: 1000, // the node an empty place is filled with
  group: "block",
  content: "inline*",
  whitespace: "pre",
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => [
    "p",
    mergeAttributes(HTMLAttributes, { "data-text": "" }),
    0,
  ],
});

/** One level lower in HTML than in the text: the page's h1 is the article's title. */
export const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  whitespace: "pre",
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [
    ...[1, 2, 3, 4, 5].map((level) => ({ tag: `h${level + 1}`, attrs: { level } })),
    { tag: "h6[data-level='6']", attrs: { level: 6 }, priority: 60 },
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const level = Number(node.attrs.level);
    const own = { "data-text": "", "data-level": level === 6 ? "6" : null };
    return [`h${Math.min(level + 1, 6)}`, mergeAttributes(HTMLAttributes, own), 0];
  },
});

// The text lies in an inner element, since HTML drops a line feed right after <pre>.
export const CodeBlock = Node.create({
  name: "codeBlock",
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  defining: true,
  addAttributes: () => ({
    language: {
      default: null,
      parseHTML: (element) => element.getAttribute("data-language"),
      renderHTML: ({ language }) => ({ "data-language": language }),
    },
  }),
  parseHTML: () => [{ tag: "pre", preserveWhitespace: "full" }],
  renderHTML: ({ HTMLAttributes }) => [
    "pre",
    mergeAttributes(HTMLAttributes, { "data-text": "" }),
    ["code", 0],
  ],
});

/** Source that is not rendered, shown as the text it is. */
export const Verbatim = Node.create({
  name: "verbatim",
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  defining: true,
  parseHTML: () => [{ tag: "pre[data-verbatim]", preserveWhitespace: "full", priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => [
    "pre",
    mergeAttributes(HTMLAttributes, { "data-text": "", "data-verbatim": "" }),
    ["code", 0],
  ],
});

export const TableCaption = Node.create({
  name: "tableCaption",
  content: "inline*",
  whitespace: "pre",
  parseHTML: () => [{ tag: "caption" }],
  renderHTML: ({ HTMLAttributes }) => [
    "caption",
    mergeAttributes(HTMLAttributes, { "data-text": "" }),
    0,
  ],
});

/** The words inside `<figcaption>`, which `Figure` renders, together with the credit. */
export const FigureCaption = Node.create({
  name: "figureCaption",
  content: "inline*",
  whitespace: "pre",
  parseHTML: () => [{ tag: "figcaption span[data-text]", priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { "data-text": "" }),
    0,
  ],
});
