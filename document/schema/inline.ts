import { mergeAttributes, Node } from "@tiptap/core";

export const Text = Node.create({ name: "text", group: "inline" });

/** Counts as one line feed of the text. */
export const HardBreak = Node.create({
  name: "hardBreak",
  group: "inline",
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
});

/** Adds nothing to the text: what stands in `[data-leaf]` is furniture, and is not read back. */
export const FootnoteReference = Node.create({
  name: "footnoteReference",
  group: "inline",
  inline: true,
  addAttributes: () => ({
    label: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-reference"),
      renderHTML: ({ label }) => ({ "data-reference": label }),
    },
  }),
  parseHTML: () => [
    { tag: "sup[data-reference]", priority: 70 },
    { tag: "[data-leaf]", ignore: true, priority: 65 },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "sup",
    mergeAttributes(HTMLAttributes, { "data-leaf": "" }),
    String(node.attrs.label),
  ],
});
