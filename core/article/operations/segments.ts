import type { Kept } from "../inline-text";
import type { Language } from "../language";
import type { PositionMap } from "../position-map";

/** What stayed of a block that is still the same one. */
export function segmentsOf(
  side: Language,
  blockId: string,
  kept: readonly Kept[],
): PositionMap["segments"] {
  return kept.map(({ start, end, to }) => ({
    from: { side, blockId, start, end },
    to: { blockId, start: to },
  }));
}
