import type { FootnoteDefinition, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { report } from "./content-rule";

/** Footnotes are blocks at the end of the article, in the order of their definitions; every label stands for one. */
export function collectFootnotes() {
  return (tree: Root, file: VFile): void => {
    const footnotes: FootnoteDefinition[] = [];
    const labels = new Map<string, string>();
    const taken = new Set<string>();
    visit(tree, "footnoteDefinition", (node, index, parent) => {
      if (index === undefined || !parent) return;
      const isFirst = !labels.has(node.identifier);
      if (!isFirst) report(file, "footnote-repeated", node.position, node.label ?? node.identifier);
      node.label = unusedLabel(node.label ?? node.identifier, taken);
      if (isFirst) labels.set(node.identifier, node.label);
      footnotes.push(node);
      parent.children.splice(index, 1);
      return index; // what is defined inside a footnote is found by the walk over the collected ones
    });
    for (const footnote of footnotes) tree.children.push(footnote);
    const used = new Set<string>();
    visit(tree, "footnoteReference", (node) => {
      used.add(node.identifier);
      node.label = labels.get(node.identifier) ?? node.identifier;
    });
    for (const [identifier, label] of labels) {
      const footnote = footnotes.find((candidate) => candidate.label === label);
      if (!used.has(identifier)) report(file, "footnote-unused", footnote?.position, label);
    }
    visit(tree, "footnoteDefinition", () => SKIP);
  };
}

function unusedLabel(label: string, taken: Set<string>): string {
  let candidate = label;
  for (let copy = 2; taken.has(candidate.toLowerCase()); copy += 1) candidate = `${label}-${copy}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
