import type { Root } from "mdast";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import { stringify } from "yaml";
import type { ContentNode } from "@/core/article/content";
import { type FrontMatter, frontMatterSchema } from "@/core/article/front-matter";
import { escapeProse } from "./escape-prose";
import { toMdast } from "./to-mdast";

const writer = remark()
  .data("settings", { bullet: "-", rule: "_", listItemIndent: "one", resourceLink: true })
  .use(remarkMdx)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkFrontmatter)
  .use(escapeProse);

/**
 * The MDX of one side; reading it gives back the same blocks, and every character of a text survives as itself.
 * A line feed inside a text is read back as a space: lines are broken by `hardBreak`.
 */
export function writeSide(frontMatter: FrontMatter, nodes: readonly ContentNode[]): string {
  const tree: Root = {
    type: "root",
    children: [{ type: "yaml", value: writeFrontMatter(frontMatter) }, ...toMdast(nodes)],
  };
  return writer.stringify(tree);
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
