import type { SideText, TextRange } from "@/core/annotation/side-text";
import { trimRange } from "@/core/annotation/trim-range";

/** The passage of one sentence, without the white space after it; `null` when it is not on this side. */
export function sentenceRange(side: SideText, id: string): TextRange | null {
  const known = sentenceRanges.get(side) ?? readSentences(side);
  sentenceRanges.set(side, known);
  return known.get(id) ?? null;
}

// Every twin asks for the sentences of its side.
const sentenceRanges = new WeakMap<SideText, ReadonlyMap<string, TextRange>>();

function readSentences(side: SideText): ReadonlyMap<string, TextRange> {
  return new Map(
    side.blocks.flatMap((block) =>
      block.sentences.flatMap(({ id, start, end }) => {
        const range = trimRange(side, {
          start: { block: block.id, offset: start },
          end: { block: block.id, offset: end },
        });
        return range ? [[id, range] as const] : [];
      }),
    ),
  );
}
