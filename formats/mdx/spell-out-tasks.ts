import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/** `- [x] done`: an article has no boxes to tick, so the box stays the text it was typed as. */
export function spellOutTasks() {
  return (tree: Root): void => {
    visit(tree, "listItem", (node) => {
      if (typeof node.checked !== "boolean") return;
      const first = node.children[0];
      const box = node.checked ? "[x] " : "[ ] ";
      if (first?.type === "paragraph") first.children.unshift({ type: "text", value: box });
      node.checked = null;
    });
  };
}
