import type { JSONContent } from "@tiptap/core";
import type { Block } from "@/core/article/article";
import { blockText, type ContentNode, isTextBlock } from "@/core/article/content";
import { toJson } from "./article-to-doc";

/** The block as a document node in which the content of each text block lies in one `sentence` node per sentence. */
export function wrapSentences(block: Block, attrsOf: (id: string) => SentenceAttrs): JSONContent {
  const isSeen = new Set<string>();
  let offset = 0;
  const walk = (node: ContentNode): JSONContent => {
    if (!isTextBlock(node)) {
      const content = node.content?.map(walk);
      return content ? { ...toJson(node), content } : toJson(node);
    }
    const start = offset;
    offset += blockText(node).length + 1; // the line feed that joins it to the next
    const pieces = cutInline(node.content ?? [], start, block.sentences);
    const content = pieces.map(({ sentence, nodes }): JSONContent[] => {
      if (!sentence) return nodes;
      const attrs = { ...attrsOf(sentence), sentence, isFirst: !isSeen.has(sentence) };
      isSeen.add(sentence);
      return [{ type: "sentence", attrs, content: nodes }];
    });
    return { ...toJson(node), content: content.flat() };
  };
  return walk(block.node);
}

export type SentenceAttrs = { readonly bead: number | null };

type Piece = { readonly sentence: string | null; readonly nodes: JSONContent[] };

/** Cuts inline content at the borders of sentences; a leaf without text stays with what stands before it. */
function cutInline(
  content: readonly ContentNode[],
  start: number,
  sentences: Block["sentences"],
): Piece[] {
  const pieces: { sentence: string | null; nodes: JSONContent[] }[] = [];
  let offset = start;
  let index = Math.max(
    0,
    sentences.findIndex(({ end }) => end > start),
  );
  const push = (node: JSONContent, at: number) => {
    while (
      at >= (sentences[index]?.end ?? Number.POSITIVE_INFINITY) &&
      index < sentences.length - 1
    ) {
      index += 1;
    }
    const sentence = sentences[index]?.id ?? null;
    const last = pieces.at(-1);
    if (last?.sentence === sentence) last.nodes.push(node);
    else pieces.push({ sentence, nodes: [node] });
  };
  for (const node of content) {
    if (node.type === "footnoteReference") {
      push(toJson(node), Math.max(start, offset - 1));
      continue;
    }
    if (node.type === "hardBreak") {
      push(toJson(node), offset);
      offset += 1;
      continue;
    }
    const text = node.text ?? "";
    for (const part of cutText(text, offset, sentences)) {
      push({ ...toJson(node), text: part }, offset);
      offset += part.length;
    }
  }
  return pieces;
}

function cutText(text: string, offset: number, sentences: Block["sentences"]): string[] {
  const ends = sentences
    .map(({ end }) => end - offset)
    .filter((end) => end > 0 && end < text.length);
  return [...ends, text.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}
