import type { Element, ElementContent } from "hast";
import type { Code, FootnoteDefinition, FootnoteReference, Link, ListItem, Parents } from "mdast";
import type { Options } from "remark-rehype";

type State = { all: (node: Parents) => ElementContent[] };

/** How remark-rehype makes elements where its own way would lose what an article keeps. */
export const hastHandlers: Options["handlers"] = {
  code: (_state: State, node: Code): Element =>
    element("pre", { dataLanguage: languageOf(node) }, [{ type: "text", value: node.value }]),
  listItem: (state: State, node: ListItem): Element => element("li", {}, state.all(node)),
  // The address as it was written; remark-rehype would percent-encode it.
  link: (state: State, node: Link): Element =>
    element("a", { href: node.url, title: node.title || undefined }, state.all(node)),
  footnoteDefinition: (state: State, node: FootnoteDefinition): Element =>
    element("aside", { dataFootnote: node.label ?? node.identifier }, state.all(node)),
  footnoteReference: (_state: State, node: FootnoteReference): Element =>
    element("sup", { dataFootnote: node.label ?? node.identifier }, []),
};

function languageOf({ lang, meta }: Code): string | undefined {
  if (!lang) return undefined;
  return meta ? `${lang} ${meta}` : lang;
}

function element(
  tagName: string,
  properties: Record<string, string | undefined>,
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}
