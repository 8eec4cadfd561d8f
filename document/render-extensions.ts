import { Extension, type Extensions, mergeAttributes, Node } from "@tiptap/core";
import { articleExtensions } from "./schema/article-extensions";
import { blockTypes } from "./schema/block-ids";
import { Footnote } from "./schema/containers";
import { FootnoteReference } from "./schema/inline";

/** One sentence of a text block; in the page only, never in a stored or edited document. */
const Sentence = Node.create({
  name: "sentence",
  group: "inline",
  inline: true,
  content: "inline*",
  addAttributes: () => ({
    sentence: { default: null, rendered: false },
    bead: { default: null, rendered: false },
    isFirst: { default: true, rendered: false },
  }),
  renderHTML: ({ node: { attrs } }) => [
    "span",
    {
      "data-sentence": attrs.sentence,
      id: attrs.isFirst ? attrs.sentence : null,
      "data-bead": attrs.bead,
    },
    0,
  ],
});

/** The blocks of one side that stand level with those of the other. */
const Row = Node.create({
  name: "row",
  content: "(block | footnote)*",
  addAttributes: () => ({
    row: { default: "", rendered: false },
    ordinal: { default: 1, rendered: false },
    isGerman: { default: false, rendered: false },
    confidence: { default: null, rendered: false },
    isProposed: { default: false, rendered: false },
  }),
  renderHTML: ({ node: { attrs } }) => {
    const { row, ordinal, isGerman, confidence, isProposed } = attrs;
    const own = {
      class: "row",
      "data-row": row,
      id: isGerman ? row : `${row}-en`,
      "data-proposed": isProposed ? "" : null,
    };
    if (!isGerman) return ["div", own, ["div", { class: "cell" }, 0]];
    return [
      "div",
      { ...own, "data-confidence": confidence },
      ["a", { class: "row-number", href: `#${row}` }, String(ordinal)],
      ["div", { class: "cell" }, 0],
    ];
  },
});

const numbered = {
  number: { default: null, rendered: false },
  id: { default: null, rendered: false },
  target: { default: null, rendered: false },
};

/** The number leads to the note, and the note's number back to the text. */
const NumberedReference = FootnoteReference.extend({
  addAttributes() {
    return { ...this.parent?.(), ...numbered };
  },
  renderHTML: ({ node: { attrs }, HTMLAttributes }) => [
    "sup",
    mergeAttributes(HTMLAttributes, { "data-leaf": "", id: attrs.id }),
    attrs.target
      ? ["a", { href: `#${attrs.target}`, role: "doc-noteref" }, String(attrs.number)]
      : String(attrs.label),
  ],
});

const NumberedFootnote = Footnote.extend({
  addAttributes() {
    return { ...this.parent?.(), ...numbered };
  },
  renderHTML: ({ node: { attrs }, HTMLAttributes }) => [
    "aside",
    mergeAttributes(HTMLAttributes, { role: "doc-footnote", id: attrs.id }),
    attrs.target
      ? [
          "a",
          { "data-leaf": "", href: `#${attrs.target}`, role: "doc-backlink" },
          String(attrs.number),
        ]
      : ["span", { "data-leaf": "" }, String(attrs.number)],
    ["div", {}, 0],
  ],
});

const MergedIds = Extension.create({
  name: "mergedIds",
  addGlobalAttributes: () => [
    {
      types: [...blockTypes],
      attributes: {
        merged: { default: null, renderHTML: ({ merged }) => ({ "data-merged": merged }) },
      },
    },
  ],
});

/** The schema of an article with what only the page has: rows, sentences, numbers of footnotes. */
export const renderExtensions: Extensions = [
  ...articleExtensions.map((extension) => {
    if (extension.name === Footnote.name) return NumberedFootnote;
    return extension.name === FootnoteReference.name ? NumberedReference : extension;
  }),
  Sentence,
  Row,
  MergedIds,
];
