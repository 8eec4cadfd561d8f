import type { Side } from "./article";

/** The ids of a side's sentences in reading order. */
export function sentenceIds(side: Side): string[] {
  return side.blocks.flatMap((block) => block.sentences.map(({ id }) => id));
}
