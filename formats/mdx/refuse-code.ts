import type { Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { report } from "./content-rule";
import { sourceOf, verbatimBlock, verbatimText } from "./source-text";

/** An article is text, never a program: imports, exports and expressions are reported and shown as their source. */
export function refuseCode() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (index === undefined || !parent) return;
      if (node.type === "mdxjsEsm" || node.type === "mdxFlowExpression") {
        const rule = node.type === "mdxjsEsm" ? "import-or-export" : "expression";
        report(file, rule, node.position, firstLine(sourceOf(file, node)));
        parent.children.splice(index, 1, verbatimBlock(file, node));
        return [SKIP, index + 1];
      }
      if (node.type === "mdxTextExpression") {
        report(file, "expression", node.position, firstLine(sourceOf(file, node)));
        parent.children.splice(index, 1, verbatimText(file, node));
        return [SKIP, index + 1];
      }
    });
  };
}

function firstLine(source: string): string {
  const line = source.split("\n")[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
