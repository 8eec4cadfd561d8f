/**
 * The content of one side, in the shape of ProseMirror's JSON (https://prosemirror.net/docs/ref/#model.Node.toJSON),
 * so that the Tiptap schema in `document/schema` takes it as it is. Core only walks it.
 */
export type ContentNode = {
  readonly type: ContentNodeType;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>;
  readonly content?: readonly ContentNode[];
  /** Only on `text`; never empty. */
  readonly text?: string;
  /** Only on `text`. */
  readonly marks?: readonly ContentMark[];
};

export type ContentMark = {
  readonly type: ContentMarkType;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Nodes that hold text directly; a block's text is the text of these, joined by line feeds. */
export const textBlockTypes = [
  "paragraph",
  "heading", // attrs: level 1–6
  "codeBlock", // attrs: language | null
  "tableCaption",
  "figureCaption",
  "verbatim", // source that is not rendered, shown as the text it is
] as const;

export const contentNodeTypes = [
  ...textBlockTypes,
  "bulletList",
  "orderedList", // attrs: start
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableHeader", // attrs: align ("left" | "center" | "right" | null); holds one paragraph
  "tableCell", // attrs: align; holds one paragraph
  "figure", // attrs: src, alt, credit | null; holds one figureCaption, perhaps empty
  "callout", // attrs: tone ("note" | "tip" | "warning"); holds blocks
  "horizontalRule",
  "footnote", // attrs: label; a top-level block that holds paragraphs
  "footnoteReference", // attrs: label; an inline leaf that adds nothing to the text
  "hardBreak", // an inline leaf that counts as one line feed
  "text",
] as const;

export type ContentNodeType = (typeof contentNodeTypes)[number];

export type ContentMarkType =
  | "bold"
  | "italic"
  | "strike"
  | "code"
  | "link" // attrs: href, title | null
  | "term"; // attrs: gloss | null

/** The text of a block: its text blocks in order, joined by "\n"; offsets of sentences and anchors count its UTF-16 code units. */
export function blockText(node: ContentNode): string {
  return textBlocks(node).map(inlineText).join("\n");
}

/** The nodes that hold text directly, in reading order; the node itself when it is one. */
export function textBlocks(node: ContentNode): readonly ContentNode[] {
  if (isTextBlock(node)) return [node];
  return (node.content ?? []).flatMap((child) => textBlocks(child));
}

export function isTextBlock(node: ContentNode): boolean {
  return (textBlockTypes as readonly string[]).includes(node.type);
}

function inlineText(node: ContentNode): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  return (node.content ?? []).map(inlineText).join("");
}
