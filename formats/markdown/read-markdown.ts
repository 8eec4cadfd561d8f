import type { Root } from "mdast";
import rehypeRaw from "rehype-raw";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { parse as parseYaml } from "yaml";
import { type FrontMatter, frontMatterSchema } from "@/core/article/front-matter";
import { refuse, type SourceResult } from "../document/document-source";
import { contentOf, depthOf, element } from "../html/hast-tree";
import { readPage } from "../html/read-page";
import { spellOutEmptyLists } from "./spell-out-empty-lists";

const parser = remark().use(remarkGfm).use(remarkFrontmatter);
// The heading that would be put above the notes: a private character, which says nothing.
const footnoteLabel = "\uE000";
const converter = unified()
  .use(remarkRehype, { allowDangerousHtml: true, footnoteLabel })
  .use(rehypeRaw);

// The parser's time grows with the cube of the depth; nobody indents prose by a hundred columns.
export const tooDeep = /^(?:[ \t]{100}|(?:[ \t]?>){50})/mu;

/** Reads Markdown with the additions of GitHub; HTML within it is read as in a page. */
export function readMarkdown(name: string, text: string): SourceResult {
  if (tooDeep.test(text)) return refuse("too-deep");
  try {
    const tree = parser.parse(text);
    const { frontMatter, leftOvers } = takeFrontMatter(tree);
    spellOutEmptyLists(tree, text);
    const body = element("body", contentOf(converter.runSync(tree)));
    if (depthOf(body) > 200) return refuse("too-deep");
    const result = readPage({ name, tree: body, frontMatter });
    if (!result.ok) return result;
    const { source } = result;
    return { ok: true, source: { ...source, leftOvers: [...leftOvers, ...source.leftOvers] } };
  } catch (error) {
    if (error instanceof RangeError) return refuse("too-deep"); // nested beyond what the parser's recursion can walk
    throw error;
  }
}

/** Of what stands above a text, the fields that an article has; the other lines are listed. */
function takeFrontMatter(tree: Root): { frontMatter: FrontMatter; leftOvers: string[] } {
  const [first] = tree.children;
  if (first?.type !== "yaml") return { frontMatter: {}, leftOvers: [] };
  tree.children.shift();
  const fields = parseFields(first.value);
  if (!fields) return { frontMatter: {}, leftOvers: first.value.split("\n") };
  const known = Object.entries(fields).filter(([name, value]) => isField(name, value));
  const unknown = Object.entries(fields).filter(([name, value]) => !isField(name, value));
  const frontMatter = frontMatterSchema.safeParse(Object.fromEntries(known));
  return {
    frontMatter: frontMatter.success ? frontMatter.data : {},
    leftOvers: unknown.map(
      ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
    ),
  };
}

function isField(name: string, value: unknown): boolean {
  return frontMatterSchema.safeParse({ [name]: value }).success;
}

function parseFields(yaml: string): object | null {
  try {
    const value: unknown = parseYaml(yaml, { maxAliasCount: 0 });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
