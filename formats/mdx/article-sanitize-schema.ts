import type { Options } from "rehype-sanitize";

/** What may reach the compiler: the elements of an article and no other; everything else loses its tag, never its text. */
export const articleSanitizeSchema: Options = {
  tagNames: [
    ...["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr"],
    ...["table", "thead", "tbody", "tr", "th", "td", "caption", "figure", "aside"],
    ...["em", "strong", "del", "code", "a", "dfn", "br", "sup"],
  ],
  attributes: {
    a: ["href", "title"],
    aside: ["dataTone", "dataFootnote"],
    dfn: ["dataGloss"],
    figure: ["dataSrc", "dataAlt", "dataCredit"],
    ol: ["start"],
    pre: ["dataLanguage"],
    sup: ["dataFootnote"],
    td: ["align"],
    th: ["align"],
  },
  protocols: { href: ["http", "https", "mailto"] },
  strip: [],
  clobber: [],
};
