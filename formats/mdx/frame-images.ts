import type { Image, Paragraph, Root, RootContent } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { isSafeImage } from "@/core/article/safe-address";
import { report } from "./content-rule";
import { verbatimText } from "./source-text";

/** `![alt](/src "caption")` alone in its paragraph is a figure; within a line it is reported and shown as its source. */
export function frameImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "paragraph", (node, index, parent) => {
      const image = node.children[0];
      if (index === undefined || !parent || image?.type !== "image") return;
      if (node.children.length > 1 || !isSafeImage(image.url)) return;
      parent.children.splice(index, 1, figureOf(image));
      return [SKIP, index + 1];
    });
    visit(tree, "image", (node, index, parent) => {
      if (index === undefined || !parent) return;
      report(
        file,
        isSafeImage(node.url) ? "inline-image" : "unsafe-image",
        node.position,
        node.url,
      );
      parent.children.splice(index, 1, verbatimText(file, node));
      return [SKIP, index + 1];
    });
  };
}

function figureOf(image: Image): Extract<RootContent, { type: "mdxJsxFlowElement" }> {
  const caption: Paragraph = {
    type: "paragraph",
    children: [{ type: "text", value: image.title ?? "" }],
  };
  return {
    type: "mdxJsxFlowElement",
    name: "Figure",
    attributes: [],
    children: image.title ? [caption] : [],
    position: image.position,
    data: { hName: "figure", hProperties: { dataSrc: image.url, dataAlt: image.alt ?? "" } },
  };
}
