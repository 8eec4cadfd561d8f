import type { Bead } from "../article/article";
import { otherLanguage } from "../article/language";
import type { Anchor } from "./annotation";

/**
 * The twin of a passage, in its first form: the sentences of the other side that stand in the same beads, in reading
 * order of the beads; empty where a sentence has no counterpart.
 */
export function findTwin(
  anchor: Pick<Anchor, "side" | "sentences">,
  beadOf: (sentenceId: string) => Pick<Bead, "de" | "en"> | undefined,
): readonly string[] {
  const side = otherLanguage(anchor.side);
  return [...new Set(anchor.sentences.flatMap((sentence) => beadOf(sentence)?.[side] ?? []))];
}
