import type { Element, ElementContent, RootContent } from "hast";
import type { ContentMark, ContentNode } from "@/core/article/content";
import { sortMarks } from "@/core/article/mark-order";

/** The inline content of one text block: texts with their marks, hard breaks and footnote references; breaks alone are nothing. */
export function compileInline(children: readonly (ElementContent | RootContent)[]): ContentNode[] {
  const nodes = joinTexts(children.flatMap((child) => compile(child, [])));
  return nodes.some((node) => node.type !== "hardBreak") ? nodes : [];
}

function compile(
  node: ElementContent | RootContent,
  marks: readonly ContentMark[],
): readonly ContentNode[] {
  if (node.type === "text") return text(node.value.replace(/\n/g, " "), marks);
  if (node.type !== "element") return [];
  if (node.tagName === "br") return [{ type: "hardBreak" }];
  if (node.tagName === "sup") return [footnoteReference(node)];
  const mark = markOf(node);
  const inner = mark ? [...marks.filter(({ type }) => type !== mark.type), mark] : marks;
  return node.children.flatMap((child) => compile(child, inner));
}

function text(value: string, marks: readonly ContentMark[]): ContentNode[] {
  if (value === "") return [];
  return [
    marks.length > 0
      ? { type: "text", text: value, marks: sortMarks(marks) }
      : { type: "text", text: value },
  ];
}

function footnoteReference(node: Element): ContentNode {
  return { type: "footnoteReference", attrs: { label: property(node, "dataFootnote") ?? "" } };
}

function markOf(node: Element): ContentMark | null {
  switch (node.tagName) {
    case "strong":
      return { type: "bold" };
    case "em":
      return { type: "italic" };
    case "del":
      return { type: "strike" };
    case "code":
      return { type: "code" };
    case "a": {
      const href = property(node, "href");
      if (href === null) return null;
      return { type: "link", attrs: { href, title: property(node, "title") } };
    }
    case "dfn":
      return { type: "term", attrs: { gloss: property(node, "dataGloss") } };
    default:
      return null;
  }
}

/** A property as text; `null` where it is absent. */
export function property(node: Element, name: string): string | null {
  const value = node.properties[name];
  return value === null || value === undefined ? null : String(value);
}

/** Neighbours with the same marks are one text. */
function joinTexts(nodes: readonly ContentNode[]): ContentNode[] {
  const joined: ContentNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text" && haveSameMarks(node, last)) {
      joined[joined.length - 1] = { ...last, text: (last.text ?? "") + (node.text ?? "") };
    } else joined.push(node);
  }
  return joined;
}

function haveSameMarks(a: ContentNode, b: ContentNode): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
}
