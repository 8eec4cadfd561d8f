import { Extension } from "@tiptap/core";

/** Every node that can stand at the top of a side carries the id of its block. */
export const blockTypes = [
  "paragraph",
  "heading",
  "codeBlock",
  "verbatim",
  "bulletList",
  "orderedList",
  "blockquote",
  "table",
  "figure",
  "callout",
  "horizontalRule",
  "footnote",
] as const;

export const BlockIds = Extension.create({
  name: "blockIds",
  addGlobalAttributes: () => [
    {
      types: [...blockTypes],
      attributes: {
        blockId: {
          default: null,
          parseHTML: (element) => element.getAttribute("data-block"),
          renderHTML: ({ blockId }) => ({ "data-block": blockId }),
        },
      },
    },
  ],
});
