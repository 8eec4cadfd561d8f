import type { Element } from "hast";
import { languageEvidence } from "@/core/text/identify-language";
import { elementsOf, hasName, isElement, textOf } from "./hast-tree";

/** A table of two columns that says on the left in one language what it says on the right in the other. */
export type BilingualTable = {
  readonly table: Element;
  readonly rows: readonly { readonly left: Element; readonly right: Element }[];
};

/** Evidence of a dozen words: a table of numbers with two headings proves nothing. */
const leastEvidence = 12;

/** Finds the table whose columns are the two sides of a text: the largest, if it holds most of what the page says. */
export function findBilingualTable(tree: Element): BilingualTable | null {
  const candidates = elementsOf(tree).flatMap(({ node }) => {
    const rows = hasName(node, "table") ? twoColumns(node) : null;
    return rows && areTranslations(rows) ? [{ table: node, rows, size: textOf(node).length }] : [];
  });
  const [largest] = candidates.sort((a, b) => b.size - a.size);
  if (!largest || largest.size < textOf(tree).length / 2) return null;
  return { table: largest.table, rows: largest.rows };
}

function twoColumns(table: Element): BilingualTable["rows"] | null {
  const all = elementsOf(table);
  if (all.some(({ node }) => node.tagName === "table")) return null;
  const rows = all.filter(({ node }) => node.tagName === "tr");
  const pairs = rows.flatMap(({ node }) => {
    const cells = node.children.filter((child) => hasName(child, "td", "th"));
    const [left, right, third] = cells;
    return isElement(left) && isElement(right) && !third ? [{ left, right }] : [];
  });
  return pairs.length > 0 && pairs.length === rows.length ? pairs : null;
}

function areTranslations(rows: BilingualTable["rows"]): boolean {
  const evidence = (side: "left" | "right") =>
    languageEvidence(rows.map((row) => textOf(row[side])).join("\n")).german;
  const left = evidence("left");
  const right = evidence("right");
  return left * right < 0 && Math.min(Math.abs(left), Math.abs(right)) >= leastEvidence;
}
