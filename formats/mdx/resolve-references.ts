import type { Definition, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/** `[word][1]` with `[1]: https://…` becomes the link it means; the first of several definitions counts. */
export function resolveReferences() {
  return (tree: Root): void => {
    const definitions = new Map<string, Definition>();
    visit(tree, "definition", (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    visit(tree, (node, index, parent) => {
      if (index === undefined || !parent) return;
      if (node.type === "definition") {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      if (node.type !== "linkReference" && node.type !== "imageReference") return;
      const definition = definitions.get(node.identifier);
      if (!definition) return;
      const { url, title } = definition;
      const position = node.position;
      parent.children[index] =
        node.type === "linkReference"
          ? { type: "link", url, title, children: node.children, position }
          : { type: "image", url, title, alt: node.alt, position };
    });
  };
}
