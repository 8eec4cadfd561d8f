import type { Side } from "./article";
import { blockText } from "./content";

// Silent reading of non-fiction, from the meta-analysis by Brysbaert (2019, doi:10.1016/j.jml.2019.104047): 238 words a
// minute in English; German words are longer and carry more, so fewer are read in the same time.
const wordsPerMinute = { de: 180, en: 238 };

/** Whole minutes, at least one, that a practised reader needs for this side. */
export function minutesToRead(side: Side): number {
  const words = side.blocks
    .map((block) => blockText(block.node).split(/\s+/u).filter(Boolean).length)
    .reduce((sum, count) => sum + count, 0);
  return Math.max(1, Math.round(words / wordsPerMinute[side.language]));
}
