import type { SourceResult } from "../document/document-source";
import { refuse } from "../document/document-source";
import { linesOfNodes } from "../html/to-nodes";
import { readSide } from "../mdx/read-side";
import { tooDeep } from "./read-markdown";
import { spellOutEmptyLists } from "./spell-out-empty-lists";

/** Reads MDX the way articles are written here: as data, its programs shown as the text they are. */
export function readMdx(name: string, text: string): SourceResult {
  if (tooDeep.test(text)) return refuse("too-deep");
  const { frontMatter, nodes, messages } = readSide(text, "de", spellOutEmptyLists);
  const lines = linesOfNodes(nodes.filter(({ type }) => type !== "footnote"));
  if (lines.length === 0) return refuse("empty");
  const count = messages.filter(({ fatal }) => fatal).length;
  return {
    ok: true,
    source: {
      content: { kind: "text", lines },
      footnotes: nodes.filter(({ type }) => type === "footnote"),
      frontMatter,
      leftOvers: [],
      notices: count > 0 ? [{ kind: "source-shown", file: name, count }] : [],
    },
  };
}
