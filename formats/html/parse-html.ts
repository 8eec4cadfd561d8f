import type { Element } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { type DocumentRefusal, refuse } from "../document/document-source";
import { contentOf, depthOf, element } from "./hast-tree";

const parser = unified().use(rehypeParse);

/** What walks the tree later does so by recursion; no text is nested like this. */
const maxDepth = 200;

/** A page as browsers read it: every text is one, and nothing in it is run or fetched. */
export function parseHtml(
  html: string,
): { readonly ok: true; readonly tree: Element } | DocumentRefusal {
  try {
    const tree = element("body", contentOf(parser.parse(html)));
    return depthOf(tree) > maxDepth ? refuse("too-deep") : { ok: true, tree };
  } catch (error) {
    if (error instanceof RangeError) return refuse("too-deep"); // the parser's own walk ran out of stack
    throw error;
  }
}
