import type { Code, Text } from "mdast";
import type { Node } from "unist";
import type { VFile } from "vfile";

/** The language of a code block that stands for source which is not rendered: read back as `verbatim`. */
export const verbatimLanguage = "verbatim";

/** The characters of the file that a node was made from. */
export function sourceOf(file: VFile, node: Node): string {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return "";
  return String(file).slice(start, end);
}

/** The source of a block, shown as the text it is. */
export function verbatimBlock(file: VFile, node: Node): Code {
  return {
    type: "code",
    lang: verbatimLanguage,
    value: sourceOf(file, node),
    position: node.position,
  };
}

/** The source of something inside a line, shown as the text it is. */
export function verbatimText(file: VFile, node: Node): Text {
  return { type: "text", value: sourceOf(file, node), position: node.position };
}
