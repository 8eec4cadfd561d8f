import type { Element, ElementContent } from "hast";
import type { FootnoteDefinition, Nodes, Root, RootContent } from "mdast";
import rehypeRemark, { type Options } from "rehype-remark";
import { unified } from "unified";
import { blockText, type ContentNode, isTextBlock } from "@/core/article/content";
import { sliceText } from "@/core/article/slice-text";
import { readSide } from "../mdx/read-side";
import { writeTree } from "../mdx/write-tree";
import type { Line } from "../raw-text/read-lines";
import type { Footnote } from "./find-footnotes";
import { element, hasName, isBlock, isElement, propertyOf } from "./hast-tree";

export type ConvertedPage = {
  readonly nodes: readonly ContentNode[];
  readonly footnotes: readonly ContentNode[];
  /** How many places are shown as source, because Markdown cannot say them. */
  readonly verbatim: number;
  readonly isTooDeep: boolean;
};

type Handlers = NonNullable<Options["handlers"]>;
type State = Parameters<NonNullable<Handlers[string]>>[0];

const children = (state: State, node: Element) => state.all(node);

const handlers: Handlers = {
  "zs-note": (_state: State, node: Element): Nodes => {
    const label = propertyOf(node, "label");
    return { type: "footnoteReference", identifier: label, label };
  },
  // An underline or a marker pen is no emphasis of the author's.
  u: children,
  mark: children,
};

const converter = unified().use(rehypeRemark, { handlers, document: true });

/** The blocks of a page, in the one form that an article keeps them in: by way of MDX. */
export function toNodes(tree: Element, footnotes: readonly Footnote[]): ConvertedPage {
  const root = convert(tree);
  for (const { label, content } of footnotes) {
    const inner = convert(element("div", content.children));
    const blocks = inner.children.flatMap((child) => (isFlow(child) ? [child] : []));
    root.children.push({ type: "footnoteDefinition", identifier: label, label, children: blocks });
  }
  const { nodes, messages } = readSide(writeTree(root), "de");
  return {
    nodes: nodes.filter(({ type }) => type !== "footnote"),
    footnotes: nodes.filter(({ type }) => type === "footnote"),
    verbatim: messages.filter(({ fatal }) => fatal).length,
    isTooDeep: messages.some(({ ruleId }) => ruleId === "too-deep"),
  };
}

function convert(tree: Element): Root {
  const result = converter.runSync({ type: "root", children: tree.children.map(flattenCells) });
  return result.type === "root" ? result : { type: "root", children: [] };
}

type Flow = FootnoteDefinition["children"][number];

/** The converter wraps what stands in a line into paragraphs: nothing else is left at the top. */
function isFlow(node: RootContent): node is Flow {
  return !["definition", "footnoteDefinition", "yaml"].includes(node.type);
}

/** A cell of a table holds one line of text: what stands in it as blocks is parted by line breaks. */
function flattenCells(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  if (!hasName(node, "td", "th")) return { ...node, children: node.children.map(flattenCells) };
  return { ...node, children: inLine(node.children) };
}

function inLine(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((child, index): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (!isBlock(child)) return [{ ...child, children: inLine(child.children) }];
    const isFirst = !nodes.slice(0, index).some((each) => isElement(each) || hasText(each));
    return [...(isFirst ? [] : [element("br", [])]), ...inLine(child.children)];
  });
}

function hasText(node: ElementContent): boolean {
  return node.type === "text" && node.value.trim() !== "";
}

/** The blocks that say something, as lines of a document. */
export function linesOfNodes(nodes: readonly ContentNode[]): Line[] {
  return nodes.flatMap((node): Line[] => {
    const text = blockText(node);
    if (text.trim() === "") return [];
    const isBordered = text === text.trim() || !isTextBlock(node);
    const trimmed = isBordered ? node : sliceText(node, 0, text.length);
    return [{ text: text.trim(), blankBefore: 1, node: trimmed }];
  });
}
