import { mergeAttributes, Node } from "@tiptap/core";

// Rows lie right under <table>, as HTML allows, since the caption may not lie in a <tbody> with them.
export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableCaption? tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, 0],
});

export const TableRow = Node.create({
  name: "tableRow",
  content: "(tableHeader | tableCell)+",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
});

const align = {
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute("data-align"),
  renderHTML: (attributes: Record<string, unknown>) => ({ "data-align": attributes.align }),
};

export const TableHeader = Node.create({
  name: "tableHeader",
  content: "paragraph",
  isolating: true,
  addAttributes: () => ({ align }),
  parseHTML: () => [{ tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["th", mergeAttributes(HTMLAttributes, { scope: "col" }), 0],
});

export const TableCell = Node.create({
  name: "tableCell",
  content: "paragraph",
  isolating: true,
  addAttributes: () => ({ align }),
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});
