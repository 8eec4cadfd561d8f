import type { JSONContent } from "@tiptap/core";
import type { Side } from "@/core/article/article";
import type {
  ContentMark,
  ContentMarkType,
  ContentNode,
  ContentNodeType,
} from "@/core/article/content";
import { markOrder, sortMarks } from "@/core/article/mark-order";
import { articleExtensions } from "./schema/article-extensions";

/** The ProseMirror document of a side, as JSON; every top-level node carries its `blockId`. */
export function sideToDoc(side: Side): JSONContent {
  return {
    type: "doc",
    content: side.blocks.map(({ id, node }) => {
      const content = toJson(node);
      return { ...content, attrs: { ...content.attrs, blockId: id } };
    }),
  };
}

/** A block as it stands in a document; `id` is `null` for one that is new there. */
export type DocBlock = { readonly id: string | null; readonly node: ContentNode };

/** The blocks of a side's document, the way back from `sideToDoc`; throws where a node is not of the schema. */
export function docToBlocks(doc: JSONContent): readonly DocBlock[] {
  return (doc.content ?? []).map((node) => {
    const id: unknown = node.attrs?.blockId;
    return { id: typeof id === "string" ? id : null, node: toContent(node) };
  });
}

export function toJson(node: ContentNode): JSONContent {
  return {
    type: node.type,
    ...(node.attrs && { attrs: { ...node.attrs } }),
    ...(node.content && { content: node.content.map(toJson) }),
    ...(node.marks && {
      marks: node.marks.map(({ type, attrs }) => ({ type, attrs: { ...attrs } })),
    }),
    ...(node.text !== undefined && { text: node.text }),
  };
}

function toContent(node: JSONContent): ContentNode {
  const marks = (node.marks ?? []).map(toMark);
  const attrs = ownAttributes(node.attrs);
  return {
    type: toNodeType(node.type),
    ...(attrs && { attrs }),
    ...(node.content && node.content.length > 0 && { content: node.content.map(toContent) }),
    ...(marks.length > 0 && { marks: sortMarks(marks) }),
    ...(node.text !== undefined && { text: node.text }),
  };
}

const nodeTypes = new Set(
  articleExtensions.flatMap(({ type, name }) => (type === "node" && name !== "doc" ? [name] : [])),
);

function toNodeType(type: string | undefined): ContentNodeType {
  if (type === undefined || !nodeTypes.has(type))
    throw new Error(`Not a node of an article: ${type}`);
  return type as ContentNodeType;
}

function toMark({ type, attrs }: NonNullable<JSONContent["marks"]>[number]): ContentMark {
  const known: ContentMarkType | undefined = markOrder.find((each) => each === type);
  if (!known) throw new Error(`Not a mark of an article: ${type}`);
  const own = ownAttributes(attrs);
  return { type: known, ...(own && { attrs: own }) };
}

function ownAttributes(attrs: JSONContent["attrs"]): ContentNode["attrs"] | undefined {
  const entries = Object.entries(attrs ?? {}).filter(([name]) => name !== "blockId");
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
