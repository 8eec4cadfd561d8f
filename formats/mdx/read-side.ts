import type { Root } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";
import type { ContentNode } from "@/core/article/content";
import type { FrontMatter } from "@/core/article/front-matter";
import type { Language } from "@/core/article/language";
import { admitComponents } from "./admit-components";
import { announceVerbatim } from "./announce-verbatim";
import { articleSanitizeSchema } from "./article-sanitize-schema";
import { collectFootnotes } from "./collect-footnotes";
import { compileContent } from "./compile-content";
import { frameImages } from "./frame-images";
import { hastHandlers } from "./hast-handlers";
import { joinCaptions } from "./join-captions";
import { levelTables } from "./level-tables";
import { readFrontMatter } from "./read-front-matter";
import { recoverSyntax } from "./recover-syntax";
import { refuseCode } from "./refuse-code";
import { refuseUnsafeLinks } from "./refuse-unsafe-links";
import { resolveReferences } from "./resolve-references";
import { spellOutTasks } from "./spell-out-tasks";
import { unwrapComponents } from "./unwrap-components";

export type ReadSide = {
  readonly frontMatter: FrontMatter;
  /** The blocks in reading order, footnotes last. */
  readonly nodes: readonly ContentNode[];
  /** What the author should know, with places in the source; `ruleId` is a `ContentRule`. */
  readonly messages: VFile["messages"];
};

const parser = remark().use(remarkMdx).use(remarkGfm).use(remarkFrontmatter).use(recoverSyntax);

const transformer = unified()
  .use(announceVerbatim)
  .use(refuseCode)
  .use(unwrapComponents)
  .use(admitComponents)
  .use(joinCaptions)
  .use(resolveReferences)
  .use(frameImages)
  .use(refuseUnsafeLinks)
  .use(spellOutTasks)
  .use(levelTables)
  .use(collectFootnotes)
  .use(remarkRehype, { handlers: hastHandlers })
  .use(rehypeSanitize, articleSanitizeSchema);

/**
 * Reads the MDX of one side as data: nothing in it is evaluated, and what cannot be shown as it was meant is shown as
 * the text it is and reported. Never throws for any text. What an import has to mend in the tree is mended before anything is made of it.
 */
export function readSide(
  mdx: string,
  language: Language,
  mend: (tree: Root, source: string) => void = () => {},
): ReadSide {
  const file = new VFile({
    path: `${language}.mdx`,
    value: normalise(mdx),
  });
  const tree: Root = parser.parse(file);
  mend(tree, String(file));
  const frontMatter = readFrontMatter(tree, file);
  const nodes = compileContent(transformer.runSync(tree, file));
  return { frontMatter, nodes, messages: file.messages };
}

/** As the parser counts lines, and without what a database cannot store: half a surrogate pair, a null character. */
function normalise(mdx: string): string {
  return mdx
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .toWellFormed()
    .replaceAll("\0", "\uFFFD");
}
