import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { Position } from "unist";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { report } from "./content-rule";
import { readAttributes } from "./read-attributes";
import { verbatimBlock, verbatimText } from "./source-text";

type FlowElement = Extract<RootContent, { type: "mdxJsxFlowElement" }>;
type TextElement = Extract<RootContent, { type: "mdxJsxTextElement" }>;
export type JsxElement = FlowElement | TextElement;

const blockComponents = ["Figure", "Callout", "Caption"];
const inlineComponents = ["Term", "br"];

/**
 * Lets through the components of an article with literal attributes, and gives them their elements for the next stage;
 * any other tag is reported and becomes the text of its source.
 */
export function admitComponents() {
  return (tree: Root, file: VFile): void => {
    visit(tree, ["mdxJsxFlowElement", "mdxJsxTextElement"], (node, index, parent) => {
      if (index === undefined || !parent || !isJsx(node)) return;
      if (admit(node, file)) return;
      const source =
        node.type === "mdxJsxFlowElement" ? verbatimBlock(file, node) : verbatimText(file, node);
      parent.children.splice(index, 1, source);
      return [SKIP, index + 1];
    });
    visit(tree, "mdxJsxFlowElement", (node, index, parent) => {
      if (index === undefined || !parent) return;
      if (node.name === "br" || node.name === "Term")
        parent.children.splice(index, 1, inParagraph(node));
    });
    // Not the other way round: remark-rehype drops the white space after a `break`.
    visit(tree, "break", (node, index, parent) => {
      if (index === undefined || !parent) return;
      parent.children.splice(index, 1, lineBreak(node.position));
    });
  };
}

function isJsx(node: { type: string }): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

function admit(node: JsxElement, file: VFile): boolean {
  const name = node.name ?? "";
  if (![...blockComponents, ...inlineComponents].includes(name)) {
    const isHtml = /^[a-z]/.test(name);
    report(file, isHtml ? "raw-html" : "unknown-component", node.position, `<${name}>`);
    return false;
  }
  if (isMisplaced(node, name)) {
    report(file, "misplaced-component", node.position, `<${name}>`);
    return false;
  }
  const element = readAttributes(node, name, file);
  if (!element) return false;
  node.data = { ...node.data, ...element };
  return true;
}

function isMisplaced(node: JsxElement, name: string): boolean {
  if (node.type === "mdxJsxTextElement") return blockComponents.includes(name);
  if (name === "br") return node.children.length > 0;
  if (name === "Term") return node.children.length !== 1 || node.children[0]?.type !== "paragraph";
  return false;
}

/** `<Term>` and `<br />` alone on a line are a paragraph of their own. */
function inParagraph(node: FlowElement): Paragraph {
  const only = node.children[0];
  const children: PhrasingContent[] = only?.type === "paragraph" ? only.children : [];
  const inline: PhrasingContent =
    node.name === "br"
      ? lineBreak(node.position)
      : { ...node, type: "mdxJsxTextElement", children, data: node.data };
  return { type: "paragraph", children: [inline], position: node.position };
}

function lineBreak(position: Position | undefined): TextElement {
  const data = { hName: "br" };
  return { type: "mdxJsxTextElement", name: "br", attributes: [], children: [], data, position };
}
