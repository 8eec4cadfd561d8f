import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  RootContent,
  Table,
  TableCell,
} from "mdast";
import type { ContentNode } from "@/core/article/content";
import { escapeAttribute } from "./escape-attribute";
import { inlineToMdast } from "./inline-to-mdast";
import { verbatimLanguage } from "./source-text";

type Block = BlockContent | DefinitionContent;
type FlowElement = Extract<RootContent, { type: "mdxJsxFlowElement" }>;

/** The Markdown tree of blocks. */
export function toMdast(nodes: readonly ContentNode[]): Block[] {
  return nodes.flatMap((node) => blockToMdast(node));
}

function blockToMdast(node: ContentNode): Block[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "heading":
      return [{ type: "heading", depth: depthOf(node), children: inlineToMdast(content, "line") }];
    case "bulletList":
    case "orderedList":
      return [listToMdast(node)];
    case "blockquote":
      return [{ type: "blockquote", children: toMdast(content) }];
    case "codeBlock":
    case "verbatim":
      return [codeToMdast(node)];
    case "horizontalRule":
      return [{ type: "thematicBreak" }];
    case "table":
      return tableToMdast(content);
    case "figure":
      return [component("Figure", node, ["src", "alt", "credit"], captionOf(content[0]))];
    case "callout":
      return [component("Callout", node, ["tone"], toMdast(content))];
    case "footnote": {
      const label = text(node, "label") ?? "";
      return [{ type: "footnoteDefinition", identifier: label, label, children: toMdast(content) }];
    }
    case "paragraph":
      return content.length === 0
        ? []
        : [{ type: "paragraph", children: inlineToMdast(content, "lines") }];
    default:
      throw new Error(`${node.type} is not a block`);
  }
}

function depthOf(node: ContentNode): 1 | 2 | 3 | 4 | 5 | 6 {
  const levels = [1, 2, 3, 4, 5, 6] as const;
  return levels.find((level) => level === node.attrs?.level) ?? 1;
}

function listToMdast(node: ContentNode): Block {
  const isOrdered = node.type === "orderedList";
  const children = (node.content ?? []).map(
    (item): ListItem => ({
      type: "listItem",
      spread: !isTight(item),
      children: toMdast(item.content ?? []),
    }),
  );
  return {
    type: "list",
    ordered: isOrdered,
    start: isOrdered ? Number(node.attrs?.start ?? 1) : null,
    spread: children.some((item) => item.spread),
    children,
  };
}

/** One paragraph, perhaps with a list below it: no blank line is needed to tell its parts apart. */
function isTight({ content = [] }: ContentNode): boolean {
  const [first, second, third] = content;
  if (second === undefined) return true;
  return first?.type === "paragraph" && second.type === "bulletList" && third === undefined;
}

function codeToMdast(node: ContentNode): Block {
  const value = (node.content ?? []).map((child) => child.text ?? "").join("");
  if (node.type === "verbatim") return { type: "code", lang: verbatimLanguage, value };
  const [lang, ...meta] = (text(node, "language") ?? "").split(" ");
  return { type: "code", lang: lang || null, meta: meta.join(" ") || null, value };
}

function tableToMdast(content: readonly ContentNode[]): Block[] {
  const caption = content.find((child) => child.type === "tableCaption");
  const rows = content.filter((child) => child.type === "tableRow");
  const align = (rows[0]?.content ?? []).map((cell): "left" | "center" | "right" | null => {
    const value = cell.attrs?.align;
    return value === "left" || value === "center" || value === "right" ? value : null;
  });
  const table: Table = {
    type: "table",
    align,
    children: rows.map((row) => ({ type: "tableRow", children: (row.content ?? []).map(cellOf) })),
  };
  if (!caption) return [table];
  return [component("Caption", caption, [], captionOf(caption)), table];
}

function cellOf(cell: ContentNode): TableCell {
  const paragraph = cell.content?.[0];
  const content = (paragraph?.content ?? []).map(withoutHopelessCode);
  return { type: "tableCell", children: inlineToMdast(content, "line") };
}

/** GFM has no way to write code with a backslash before a bar in a table: the characters stay, the mark goes. */
function withoutHopelessCode(node: ContentNode): ContentNode {
  if (!/(?<!\\)(\\\\)*\\\|/.test(node.text ?? "")) return node;
  return { ...node, marks: node.marks?.filter(({ type }) => type !== "code") };
}

function captionOf(caption: ContentNode | undefined): Block[] {
  const content = caption?.content ?? [];
  if (content.length === 0) return [];
  return [{ type: "paragraph", children: inlineToMdast(content, "lines") }];
}

function component(
  name: string,
  node: ContentNode,
  attributes: readonly string[],
  children: Block[],
): FlowElement {
  return {
    type: "mdxJsxFlowElement",
    name,
    attributes: attributes.flatMap((attribute) => {
      const value = text(node, attribute);
      return value === null
        ? []
        : [{ type: "mdxJsxAttribute" as const, name: attribute, value: escapeAttribute(value) }];
    }),
    children: children.flatMap((child) => (isFlow(child) ? [child] : [])),
  };
}

function isFlow(node: Block): node is FlowElement["children"][number] {
  return node.type !== "definition";
}

function text(node: ContentNode, name: string): string | null {
  const value = node.attrs?.[name];
  return value === null || value === undefined ? null : String(value);
}
