import type { Root } from "mdast";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import { escapeProse } from "./escape-prose";

const writer = remark()
  .data("settings", { bullet: "-", rule: "_", listItemIndent: "one", resourceLink: true })
  .use(remarkMdx)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkFrontmatter)
  .use(escapeProse);

/** The MDX of a Markdown tree; every character of a text survives as itself. */
export function writeTree(tree: Root): string {
  return writer.stringify(tree);
}
