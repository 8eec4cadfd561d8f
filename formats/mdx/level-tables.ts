import type { Root, TableCell } from "mdast";
import { visit } from "unist-util-visit";

/** Every row of a table has as many cells as the longest: HTML pads short rows, and GFM drops what a head does not cover. */
export function levelTables() {
  return (tree: Root): void => {
    visit(tree, "table", (node) => {
      const width = Math.max(...node.children.map((row) => row.children.length));
      const align = node.align ?? [];
      node.align = Array.from({ length: width }, (_, column) => align[column] ?? null);
      for (const row of node.children) {
        const missing = width - row.children.length;
        row.children.push(
          ...Array.from(
            { length: missing },
            (): TableCell => ({ type: "tableCell", children: [] }),
          ),
        );
      }
    });
  };
}
