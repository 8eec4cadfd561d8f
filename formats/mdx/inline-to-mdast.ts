import type { PhrasingContent } from "mdast";
import type { ContentMark, ContentNode } from "@/core/article/content";
import { sortMarks } from "@/core/article/mark-order";
import { escapeAttribute } from "./escape-attribute";

/**
 * The Markdown tree of inline content: neighbours that share a mark share its node, the outermost mark first.
 * In "lines" a hard break is a backslash at the end of a line; in "line", and at the edges, it is `<br />`.
 */
export function inlineToMdast(
  content: readonly ContentNode[],
  room: "line" | "lines",
): PhrasingContent[] {
  const pieces = content.map((node, index): Piece => {
    const isBetween = isText(content[index - 1]) && isText(content[index + 1]);
    const breakKind = room === "lines" && isBetween ? "backslash" : "tag";
    return { node, marks: sortMarks(node.marks ?? []), breakKind };
  });
  return group(pieces);
}

type Piece = {
  readonly node: ContentNode;
  readonly marks: readonly ContentMark[];
  readonly breakKind: "backslash" | "tag";
};

function isText(node: ContentNode | undefined): boolean {
  return node?.type === "text";
}

function group(pieces: readonly Piece[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let index = 0; index < pieces.length; ) {
    const [piece] = pieces.slice(index, index + 1);
    const mark = piece?.marks[0];
    if (!piece || !mark) {
      if (piece) nodes.push(...leaf(piece));
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < pieces.length && isSameMark(pieces[end]?.marks[0], mark)) end += 1;
    const inside = pieces
      .slice(index, end)
      .map((each) => ({ ...each, marks: each.marks.slice(1) }));
    nodes.push(...wrap(mark, inside));
    index = end;
  }
  return nodes;
}

function isSameMark(a: ContentMark | undefined, b: ContentMark): boolean {
  return a?.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {});
}

function wrap(mark: ContentMark, inside: readonly Piece[]): PhrasingContent[] {
  switch (mark.type) {
    case "link":
      return [
        {
          type: "link",
          url: String(mark.attrs?.href ?? ""),
          title: mark.attrs?.title ? String(mark.attrs.title) : null,
          children: group(inside),
        },
      ];
    case "term": {
      const gloss = mark.attrs?.gloss;
      const value = escapeAttribute(String(gloss));
      return [
        {
          type: "mdxJsxTextElement",
          name: "Term",
          attributes:
            gloss === null || gloss === undefined
              ? []
              : [{ type: "mdxJsxAttribute", name: "gloss", value }],
          children: group(inside),
        },
      ];
    }
    case "bold":
      return [{ type: "strong", children: group(inside) }];
    case "italic":
      return [{ type: "emphasis", children: group(inside) }];
    case "strike":
      return [{ type: "delete", children: group(inside) }];
    case "code":
      return inside.map(({ node }) => ({ type: "inlineCode", value: node.text ?? "" }));
  }
}

function leaf({ node, breakKind }: Piece): PhrasingContent[] {
  switch (node.type) {
    case "text":
      // A line feed would be read as a space, and take the spaces beside it along.
      return [{ type: "text", value: (node.text ?? "").replace(/[\r\n]/g, " ") }];
    case "footnoteReference": {
      const label = String(node.attrs?.label ?? "");
      return [{ type: "footnoteReference", identifier: label, label }];
    }
    case "hardBreak":
      return breakKind === "backslash"
        ? [{ type: "break" }]
        : [{ type: "mdxJsxTextElement", name: "br", attributes: [], children: [] }];
    default:
      throw new Error(`${node.type} does not stand in a line`);
  }
}
