import type { Anchor } from "./annotation";
import type { SideText } from "./side-text";

/**
 * What stands now where an orphaned passage stood: the sentences of it that are left, else the block it stood in or that
 * its block was merged into; `null` where neither is there. Only to be shown beside the old words, never a place for them.
 */
export function findRemains(side: SideText, anchor: Anchor): string | null {
  const wanted = new Set(anchor.sentences);
  const sentences = side.blocks.flatMap(({ text, sentences: own }) =>
    own.filter(({ id }) => wanted.has(id)).map(({ start, end }) => text.slice(start, end)),
  );
  if (sentences.length > 0) return sentences.join("").trim();
  const isHeir = ({ id, mergedIds = [] }: SideText["blocks"][number]) =>
    [id, ...mergedIds].includes(anchor.start.block);
  return side.blocks.find(isHeir)?.text.trim() ?? null;
}
