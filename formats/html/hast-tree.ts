import type { Element, ElementContent, Root } from "hast";

export function isElement(node: ElementContent | undefined): node is Element {
  return node?.type === "element";
}

export function hasName(node: ElementContent | undefined, ...names: readonly string[]): boolean {
  return isElement(node) && names.includes(node.tagName);
}

/** The children of a tree that hold content: no document type, nothing of MDX. */
export function contentOf({ children }: Root): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    child.type === "element" || child.type === "text" ? [child] : [],
  );
}

export function element(tagName: string, children: readonly ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children: [...children] };
}

/** Every element below a node, parents first, with the parent it stands in. Without recursion: strangers nest as deep as they like. */
export function elementsOf(tree: Element): { node: Element; parent: Element }[] {
  const found: { node: Element; parent: Element }[] = [];
  const open: Element[] = [tree];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const inside = parent.children.flatMap((child) => (isElement(child) ? [child] : []));
    for (const node of inside) found.push({ node, parent });
    open.push(...inside.toReversed());
  }
  return found;
}

export function depthOf(tree: Element): number {
  let depth = 0;
  for (let level: Element[] = [tree]; level.length > 0; depth += 1) {
    level = level.flatMap(({ children }) =>
      children.flatMap((child) => (isElement(child) ? [child] : [])),
    );
  }
  return depth;
}

export function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  return node.children.map((child) => textOf(child)).join("");
}

const blocks = new Set(
  "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

export function isBlock(node: ElementContent): boolean {
  return isElement(node) && blocks.has(node.tagName);
}

/** The lines of text that an element shows, each without white space at its ends. */
export function linesOf(node: ElementContent): string[] {
  const mark = "\uE000"; // private: nothing that a page says
  const walk = (each: ElementContent): string => {
    if (each.type === "text") return each.value.replace(/[\s\uE000]+/gu, " ");
    if (!("children" in each)) return "";
    const inner = each.children.map((child) => walk(child)).join("");
    const isLine = each.type === "element" && (isBlock(each) || each.tagName === "br");
    return isLine ? mark + inner + mark : inner;
  };
  return walk(node)
    .split(mark)
    .map((line) => line.replace(/ +/gu, " ").trim())
    .filter((line) => line !== "");
}

export function propertyOf(node: Element, name: string): string {
  const value = node.properties[name];
  if (Array.isArray(value)) return value.join(" ");
  return value === null || value === undefined ? "" : String(value);
}
