import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { SKIP, visit } from "unist-util-visit";

const blockComponents = ["Figure", "Callout", "Caption"];

/** `<Callout>A word.</Callout>` on one line is a block, although the parser reads it as part of a paragraph. */
export function unwrapComponents() {
  return (tree: Root): void => {
    visit(tree, "paragraph", (node, index, parent) => {
      if (index === undefined || !parent || !isOnlyComponents(node)) return;
      const blocks = node.children.flatMap((child) =>
        child.type === "mdxJsxTextElement" ? [asBlock(child)] : [],
      );
      parent.children.splice(index, 1, ...blocks);
      return [SKIP, index];
    });
  };
}

function isOnlyComponents(node: Paragraph): boolean {
  return (
    node.children.some((child) => child.type === "mdxJsxTextElement") &&
    node.children.every(
      (child) =>
        (child.type === "mdxJsxTextElement" && blockComponents.includes(child.name ?? "")) ||
        (child.type === "text" && child.value.trim() === ""),
    )
  );
}

function asBlock(
  element: Extract<PhrasingContent, { type: "mdxJsxTextElement" }>,
): Extract<RootContent, { type: "mdxJsxFlowElement" }> {
  const { type: _, children, data: __, ...rest } = element;
  const isEmpty = children.every((child) => child.type === "text" && child.value.trim() === "");
  const paragraph: Paragraph = { type: "paragraph", children: trimmed(children) };
  return { ...rest, type: "mdxJsxFlowElement", children: isEmpty ? [] : [paragraph] };
}

/** Without the white space between the tags and the words, which is layout of the source. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child, index) => {
    if (child.type !== "text") return child;
    const start = index === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: index === children.length - 1 ? start.trimEnd() : start };
  });
}
