import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { report } from "./content-rule";
import { sourceOf, verbatimLanguage } from "./source-text";

/** Source that an earlier version could not show stands in fences marked "verbatim": remind the author of it. */
export function announceVerbatim() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "code", (node) => {
      if (node.lang !== verbatimLanguage) return;
      const isFenced = /^(`{3}|~{3})/.test(sourceOf(file, node));
      if (isFenced) report(file, "source-shown", node.position);
    });
  };
}
