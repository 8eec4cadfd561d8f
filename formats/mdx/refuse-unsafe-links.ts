import type { Link, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { isSafeLink } from "@/core/article/safe-address";
import { report } from "./content-rule";
import { verbatimText } from "./source-text";

/** Links to scripts, and links without a word to click, are reported and shown as their source. */
export function refuseUnsafeLinks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "link", (node, index, parent) => {
      if (index === undefined || !parent) return;
      if (!node.position) {
        // remark-gfm links addresses even where the author escaped them: those have no place in the source.
        parent.children.splice(index, 1, ...node.children);
        return [SKIP, index];
      }
      if (isShown(node, file)) return;
      parent.children.splice(index, 1, verbatimText(file, node));
      return [SKIP, index + 1];
    });
  };
}

function isShown(node: Link, file: VFile): boolean {
  if (!isSafeLink(node.url)) {
    report(file, "unsafe-link", node.position, node.url);
    return false;
  }
  if (textOf(node) === "") {
    report(file, "empty-link", node.position, node.url);
    return false;
  }
  return true;
}
