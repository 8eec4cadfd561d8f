import { Mark, mergeAttributes } from "@tiptap/core";
import { isSafeLink } from "@/core/article/safe-address";

export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: null,
      parseHTML: (element) => element.getAttribute("href"),
      renderHTML: ({ href }) => ({ href: isSafeLink(String(href)) ? href : null }),
    },
    title: {
      default: null,
      parseHTML: (element) => element.getAttribute("title"),
      renderHTML: ({ title }) => ({ title }),
    },
  }),
  parseHTML: () => [
    { tag: "a.row-number", ignore: true, priority: 60 }, // furniture of the reading page
    { tag: "a[href]" },
  ],
  renderHTML: ({ mark, HTMLAttributes }) => {
    const isElsewhere = /^https?:/i.test(String(mark.attrs.href));
    const rel = isElsewhere ? "noopener noreferrer nofollow ugc" : null;
    return ["a", mergeAttributes(HTMLAttributes, { rel }), 0];
  },
});

/** A word with its meaning in the other language. */
export const Term = Mark.create({
  name: "term",
  inclusive: false,
  addAttributes: () => ({
    gloss: {
      default: null,
      parseHTML: (element) => element.getAttribute("data-gloss"),
      renderHTML: ({ gloss }) => ({ "data-gloss": gloss, title: gloss }),
    },
  }),
  parseHTML: () => [{ tag: "dfn" }],
  renderHTML: ({ HTMLAttributes }) => ["dfn", HTMLAttributes, 0],
});

export const Bold = Mark.create({
  name: "bold",
  parseHTML: () => [{ tag: "strong" }, { tag: "b" }],
  renderHTML: () => ["strong", 0],
});

export const Italic = Mark.create({
  name: "italic",
  parseHTML: () => [{ tag: "em" }, { tag: "i" }],
  renderHTML: () => ["em", 0],
});

export const Strike = Mark.create({
  name: "strike",
  parseHTML: () => [{ tag: "s" }, { tag: "del" }],
  renderHTML: () => ["s", 0],
});

export const Code = Mark.create({
  name: "code",
  code: true,
  parseHTML: () => [{ tag: "code" }],
  renderHTML: () => ["code", 0],
});
