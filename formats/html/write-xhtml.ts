import type { ElementContent } from "hast";
import { escapeXml } from "../interchange/xml-text";
import { isElement } from "./hast-tree";

const attributeNames: Readonly<Record<string, string>> = {
  colSpan: "colspan",
  rowSpan: "rowspan",
  className: "class",
};
const emptyElements = new Set(["br", "hr", "img", "wbr"]);

/** Elements as XHTML, which is HTML as well. */
export function writeXhtml(nodes: readonly ElementContent[]): string {
  return nodes.map(write).join("");
}

function write(node: ElementContent): string {
  if (node.type === "text") return escapeXml(node.value);
  if (!isElement(node)) return "";
  const attributes = Object.entries(node.properties)
    .map(([name, value]) => ` ${attributeNames[name] ?? name}="${escapeXml(String(value))}"`)
    .join("");
  const isEmpty = emptyElements.has(node.tagName);
  if (isEmpty) return `<${node.tagName}${attributes} />`;
  return `<${node.tagName}${attributes}>${writeXhtml(node.children)}</${node.tagName}>`;
}
