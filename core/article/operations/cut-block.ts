import type { Block, Sentence, Side } from "../article";
import { blockText, type ContentNode } from "../content";
import { joinInline, sliceInline, withContent } from "../inline-text";
import type { PositionMap } from "../position-map";
import { newBlockId } from "./edited";

export type Cut = {
  /** With the new id counted. */
  readonly side: Side;
  readonly first: Block;
  readonly second: Block;
  readonly map: PositionMap;
};

/** Whether a block is running text that can be cut in two and joined to another. */
export function isRunning({ node }: Block): boolean {
  return node.type === "paragraph";
}

/**
 * Cuts a paragraph before one of its sentences; the larger part keeps its id. White space at the cut goes.
 */
export function cutBlock(side: Side, block: Block, index: number): Cut {
  const at = block.sentences[index]?.start ?? 0;
  const text = blockText(block.node);
  const end = text.slice(0, at).trimEnd().length;
  const { id: newId, side: counted } = newBlockId(side);
  const isFirstLarger = end >= text.length - at;
  const firstId = isFirstLarger ? block.id : newId;
  const secondId = isFirstLarger ? newId : block.id;
  const merged = (isHeir: boolean) => (isHeir ? block.mergedIds : []);
  const first: Block = {
    id: firstId,
    node: withInline(block.node, 0, end),
    sentences: block.sentences.slice(0, index).map((each) => shortened(each, end)),
    mergedIds: merged(isFirstLarger),
  };
  const second: Block = {
    id: secondId,
    node: withInline(block.node, at, text.length),
    sentences: block.sentences.slice(index).map((each) => moved(each, -at)),
    mergedIds: merged(!isFirstLarger),
  };
  const from = { side: side.language, blockId: block.id };
  const map: PositionMap = {
    touched: [block.id, newId],
    segments: [
      { from: { ...from, start: 0, end }, to: { blockId: firstId, start: 0 } },
      { from: { ...from, start: at, end: text.length }, to: { blockId: secondId, start: 0 } },
    ],
  };
  return { side: counted, first, second, map };
}

/** Puts one paragraph behind another, which goes on; a space comes between them. */
export function joinBlocks(
  side: Side,
  first: Block,
  second: Block,
): { readonly block: Block; readonly map: PositionMap } {
  const text = blockText(first.node);
  const glue = /\s$/.test(text) ? "" : " ";
  const shift = text.length + glue.length;
  const node = withContent(
    first.node,
    joinInline([
      ...(first.node.content ?? []),
      { type: "text", text: glue },
      ...(second.node.content ?? []),
    ]),
  );
  const last = first.sentences.at(-1);
  const block: Block = {
    id: first.id,
    node,
    sentences: [
      ...first.sentences.slice(0, -1),
      ...(last ? [{ ...last, end: last.end + glue.length }] : []),
      ...second.sentences.map((each) => moved(each, shift)),
    ],
    mergedIds: [...first.mergedIds, second.id, ...second.mergedIds],
  };
  const length = blockText(second.node).length;
  const map: PositionMap = {
    touched: [first.id, second.id],
    segments: [
      {
        from: { side: side.language, blockId: first.id, start: 0, end: text.length },
        to: { blockId: first.id, start: 0 },
      },
      {
        from: { side: side.language, blockId: second.id, start: 0, end: length },
        to: { blockId: first.id, start: shift },
      },
    ],
  };
  return { block, map };
}

function withInline(node: ContentNode, start: number, end: number): ContentNode {
  return withContent(node, joinInline(sliceInline(node.content ?? [], start, end)));
}

function shortened(sentence: Sentence, end: number): Sentence {
  return sentence.end > end ? { ...sentence, end } : sentence;
}

function moved(sentence: Sentence, by: number): Sentence {
  return { ...sentence, start: sentence.start + by, end: sentence.end + by };
}
