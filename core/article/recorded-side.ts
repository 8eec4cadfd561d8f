import type { Side, Tombstone } from "./article";
import { blockText, type ContentNodeType } from "./content";

/** What is kept of a side beside its MDX: its ids, and the texts they stood for. */
export type RecordedSide = {
  readonly next: { readonly block: number; readonly sentence: number };
  readonly blocks: readonly RecordedBlock[];
  readonly tombstones: readonly Tombstone[];
};

export type RecordedBlock = {
  readonly id: string;
  readonly kind: ContentNodeType;
  readonly mergedIds: readonly string[];
  /** Id and text; joined, the texts are the block's, unless it has none but white space. */
  readonly sentences: readonly (readonly [string, string])[];
};

export function recordSide(side: Side): RecordedSide {
  return {
    next: side.next,
    blocks: side.blocks.map(({ id, node, mergedIds, sentences }) => {
      const text = blockText(node);
      return {
        id,
        kind: node.type,
        mergedIds,
        sentences: sentences.map((each) => [each.id, text.slice(each.start, each.end)] as const),
      };
    }),
    tombstones: side.tombstones,
  };
}

export function recordedText(block: RecordedBlock): string {
  return block.sentences.map(([, text]) => text).join("");
}
