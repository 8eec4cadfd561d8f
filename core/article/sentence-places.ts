import type { Side } from "./article";

const known = new WeakMap<Side, ReadonlyMap<string, number>>();

/** Where each sentence stands in its side, counted from 0; kept as long as the side, since every operation asks. */
export function sentencePlaces(side: Side): ReadonlyMap<string, number> {
  const kept = known.get(side);
  if (kept) return kept;
  const places = new Map<string, number>();
  for (const block of side.blocks) {
    for (const { id } of block.sentences) places.set(id, places.size);
  }
  known.set(side, places);
  return places;
}
