import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/** "1962." alone on its line is a list of one item that says nothing: it is the number that was meant. */
export function spellOutEmptyLists(tree: Root, source: string): void {
  visit(tree, "list", (list, index, parent) => {
    const isEmpty = list.children.every(({ children }) => children.length === 0);
    if (!list.ordered || !isEmpty || !parent || index === undefined) return;
    const { start, end } = list.position ?? {};
    const value = source.slice(start?.offset ?? 0, end?.offset ?? 0).trim();
    parent.children[index] = { type: "paragraph", children: [{ type: "text", value }] };
  });
}
