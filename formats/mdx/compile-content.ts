import type { Element, ElementContent, Root, RootContent } from "hast";
import type { ContentNode } from "@/core/article/content";
import { compileInline, property } from "./compile-inline";
import { verbatimLanguage } from "./source-text";

type Child = ElementContent | RootContent;

/** Turns the sanitised HTML tree of one side into its blocks, footnotes last. */
export function compileContent(tree: Root): readonly ContentNode[] {
  return compileBlocks(tree.children);
}

function compileBlocks(children: readonly Child[]): ContentNode[] {
  const blocks: ContentNode[] = [];
  let caption: ContentNode | null = null;
  for (const child of children) {
    if (child.type === "element" && child.tagName === "caption") {
      caption = { type: "tableCaption", ...inline(compileInline(paragraphs(child))) };
      continue;
    }
    const block = child.type === "element" ? compileBlock(child) : looseText(child);
    if (!block) continue;
    blocks.push(
      caption && block.type === "table"
        ? { ...block, content: [caption, ...(block.content ?? [])] }
        : block,
    );
    caption = null;
  }
  return blocks;
}

function compileBlock(node: Element): ContentNode | null {
  const heading = /^h([1-6])$/.exec(node.tagName);
  if (heading) return textBlock("heading", node, { level: Number(heading[1]) });
  switch (node.tagName) {
    case "ul":
      return { type: "bulletList", content: items(node) };
    case "ol":
      return {
        type: "orderedList",
        attrs: { start: Number(property(node, "start") ?? 1) },
        content: items(node),
      };
    case "blockquote":
      return { type: "blockquote", content: atLeastOne(compileBlocks(node.children)) };
    case "pre":
      return codeBlock(node);
    case "hr":
      return { type: "horizontalRule" };
    case "table":
      return { type: "table", content: rows(node) };
    case "figure":
      return figure(node);
    case "aside":
      return aside(node);
    default:
      return textBlock("paragraph", node);
  }
}

/** A paragraph or heading; `null` for one with nothing in it, which nobody could see or write. */
function textBlock(
  type: "paragraph" | "heading",
  node: Element,
  attrs?: { level: number },
): ContentNode | null {
  const content = compileInline(node.children);
  if (content.length === 0 && type === "paragraph") return null;
  return { type, ...(attrs && { attrs }), ...inline(content) };
}

function looseText(node: Child): ContentNode | null {
  if (node.type !== "text" || node.value.trim() === "") return null;
  return { type: "paragraph", content: compileInline([node]) };
}

function items(node: Element): ContentNode[] {
  return elements(node, "li").map((item) => ({
    type: "listItem",
    content: atLeastOne(compileBlocks(item.children)),
  }));
}

function codeBlock(node: Element): ContentNode {
  const text = node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  const content: ContentNode[] = text === "" ? [] : [{ type: "text", text }];
  const language = property(node, "dataLanguage");
  if (language === verbatimLanguage) return { type: "verbatim", ...inline(content) };
  return { type: "codeBlock", attrs: { language }, ...inline(content) };
}

function rows(node: Element): ContentNode[] {
  return [...elements(node, "thead"), ...elements(node, "tbody")].flatMap((group) =>
    elements(group, "tr").map((row) => ({
      type: "tableRow" as const,
      content: row.children.flatMap((cell) => (cell.type === "element" ? [tableCell(cell)] : [])),
    })),
  );
}

function tableCell(node: Element): ContentNode {
  return {
    type: node.tagName === "th" ? "tableHeader" : "tableCell",
    attrs: { align: property(node, "align") },
    content: [{ type: "paragraph", ...inline(compileInline(node.children)) }],
  };
}

function figure(node: Element): ContentNode {
  return {
    type: "figure",
    attrs: {
      src: property(node, "dataSrc") ?? "",
      alt: property(node, "dataAlt") ?? "",
      credit: property(node, "dataCredit"),
    },
    content: [{ type: "figureCaption", ...inline(compileInline(paragraphs(node))) }],
  };
}

function aside(node: Element): ContentNode {
  const content = atLeastOne(compileBlocks(node.children));
  const label = property(node, "dataFootnote");
  if (label !== null) return { type: "footnote", attrs: { label }, content };
  return { type: "callout", attrs: { tone: property(node, "dataTone") ?? "note" }, content };
}

/** The children of an element's paragraphs, with a hard break between paragraphs. */
function paragraphs(node: Element): ElementContent[] {
  return elements(node, "p").flatMap((paragraph, index): ElementContent[] =>
    index === 0
      ? paragraph.children
      : [{ type: "element", tagName: "br", properties: {}, children: [] }, ...paragraph.children],
  );
}

function elements(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) =>
    child.type === "element" && child.tagName === tagName ? [child] : [],
  );
}

function atLeastOne(blocks: ContentNode[]): ContentNode[] {
  return blocks.length > 0 ? blocks : [{ type: "paragraph" }];
}

function inline(content: readonly ContentNode[]): { content?: readonly ContentNode[] } {
  return content.length > 0 ? { content } : {};
}
