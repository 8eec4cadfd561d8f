import type { Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { report } from "./content-rule";
import { verbatimBlock } from "./source-text";

/** `<Caption>` stands right before its table and holds one paragraph; anywhere else it is reported and shown as source. */
export function joinCaptions() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "mdxJsxFlowElement", (node, index, parent) => {
      if (index === undefined || !parent || node.name !== "Caption") return;
      const isBeforeTable = parent.children[index + 1]?.type === "table";
      const isOneParagraph = node.children.length === 1 && node.children[0]?.type === "paragraph";
      if (isBeforeTable && isOneParagraph) return;
      report(file, "misplaced-component", node.position, "<Caption>");
      parent.children.splice(index, 1, verbatimBlock(file, node));
      return [SKIP, index + 1];
    });
  };
}
