import type { Definition, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { report } from "./content-rule";
import { verbatimBlock } from "./source-text";

/**
 * `[word][1]` with `[1]: https://…` becomes the link it means; the first of several definitions counts. One that nothing
 * refers to would vanish: it is reported and shown as its source.
 */
export function resolveReferences() {
  return (tree: Root, file: VFile): void => {
    const definitions = new Map<string, Definition>();
    visit(tree, "definition", (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    const used = new Set<Definition>();
    visit(tree, (node, index, parent) => {
      if (index === undefined || !parent) return;
      if (node.type !== "linkReference" && node.type !== "imageReference") return;
      const definition = definitions.get(node.identifier);
      if (!definition) return;
      used.add(definition);
      const { url, title } = definition;
      const position = node.position;
      parent.children[index] =
        node.type === "linkReference"
          ? { type: "link", url, title, children: node.children, position }
          : { type: "image", url, title, alt: node.alt, position };
    });
    visit(tree, "definition", (node, index, parent) => {
      if (index === undefined || !parent) return;
      if (used.has(node)) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      report(file, "definition-unused", node.position, node.label ?? node.identifier);
      parent.children.splice(index, 1, verbatimBlock(file, node));
      return [SKIP, index + 1];
    });
  };
}
