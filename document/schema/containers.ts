import { mergeAttributes, Node } from "@tiptap/core";
import type { DOMOutputSpec } from "@tiptap/pm/model";
import { isSafeImage } from "@/core/article/safe-address";

export const Blockquote = Node.create({
  name: "blockquote",
  group: "block",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
});

export const BulletList = Node.create({
  name: "bulletList",
  group: "block",
  content: "listItem+",
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: ({ HTMLAttributes }) => ["ul", HTMLAttributes, 0],
});

export const OrderedList = Node.create({
  name: "orderedList",
  group: "block",
  content: "listItem+",
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) => Number(element.getAttribute("start") ?? 1),
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
  }),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes, 0],
});

export const ListItem = Node.create({
  name: "listItem",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
});

export const HorizontalRule = Node.create({
  name: "horizontalRule",
  group: "block",
  parseHTML: () => [{ tag: "hr" }],
  renderHTML: ({ HTMLAttributes }) => ["hr", HTMLAttributes],
});

/** `<aside>` would be a landmark of the page; a note is not. */
export const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,
  addAttributes: () => ({
    tone: {
      default: "note",
      parseHTML: (element) => element.getAttribute("data-tone"),
      renderHTML: ({ tone }) => ({ "data-tone": tone }),
    },
  }),
  parseHTML: () => [{ tag: "aside.callout" }],
  renderHTML: ({ HTMLAttributes }) => [
    "aside",
    mergeAttributes(HTMLAttributes, { class: "callout", role: "note" }),
    0,
  ],
});

export const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "figureCaption",
  isolating: true,
  addAttributes: () => ({
    src: { default: "", rendered: false, parseHTML: (element) => imageOf(element, "src") },
    alt: { default: "", rendered: false, parseHTML: (element) => imageOf(element, "alt") },
    credit: {
      default: null,
      rendered: false,
      parseHTML: (element) => element.querySelector("figcaption > small")?.textContent ?? null,
    },
  }),
  parseHTML: () => [{ tag: "figure", contentElement: "figcaption" }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { src, alt, credit } = node.attrs;
    const isBare = !credit && !node.firstChild?.content.size;
    const image: DOMOutputSpec = [
      "img",
      { src: isSafeImage(String(src)) ? src : null, alt, loading: "lazy" },
    ];
    const hidden = isBare ? "" : null;
    if (!credit) return ["figure", HTMLAttributes, image, ["figcaption", { hidden }, 0]];
    const small: DOMOutputSpec = ["small", { "data-leaf": "" }, String(credit)];
    return ["figure", HTMLAttributes, image, ["figcaption", {}, ["span", {}, 0], small]];
  },
});

function imageOf(element: HTMLElement, attribute: "src" | "alt"): string {
  return element.querySelector("img")?.getAttribute(attribute) ?? "";
}

/** A block of its own at the end of the text. */
export const Footnote = Node.create({
  name: "footnote",
  content: "block+",
  defining: true,
  addAttributes: () => ({
    label: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-footnote"),
      renderHTML: ({ label }) => ({ "data-footnote": label }),
    },
  }),
  parseHTML: () => [{ tag: "aside[data-footnote]", contentElement: ":scope > div", priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "aside",
    mergeAttributes(HTMLAttributes, { role: "doc-footnote" }),
    ["span", { "data-leaf": "" }, String(node.attrs.label)],
    ["div", {}, 0],
  ],
});
