import type { Root } from "mdast";
import { stringify } from "yaml";
import type { ContentNode } from "@/core/article/content";
import { type FrontMatter, frontMatterSchema } from "@/core/article/front-matter";
import { toMdast } from "./to-mdast";
import { writeTree } from "./write-tree";

/**
 * The MDX of one side; reading it gives back the same blocks, and every character of a text survives as itself.
 * A line feed inside a text is read back as a space: lines are broken by `hardBreak`.
 */
export function writeSide(frontMatter: FrontMatter, nodes: readonly ContentNode[]): string {
  const tree: Root = {
    type: "root",
    children: [{ type: "yaml", value: writeFrontMatter(frontMatter) }, ...toMdast(nodes)],
  };
  return writeTree(tree);
}

/** In the order of the schema, so that the same fields are always the same text. */
function writeFrontMatter(frontMatter: FrontMatter): string {
  const fields = Object.keys(frontMatterSchema.shape).flatMap((name) => {
    const value = Object.entries(frontMatter).find(([key]) => key === name)?.[1];
    return value === undefined ? [] : [[name, value] as const];
  });
  if (fields.length === 0) return "";
  return stringify(Object.fromEntries(fields), { lineWidth: 0 }).trimEnd();
}
