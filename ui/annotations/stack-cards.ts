/** A card that wants to stand at `top`; both in CSS pixels. */
export type Card = { readonly id: string; readonly top: number; readonly height: number };

const gap = 10;

/**
 * Where each card stands so that none overlaps: as near as possible to its passage. The active one stands exactly
 * there, and the others make room; the last ones move up where they would run out of `limit`.
 */
export function stackCards(
  cards: readonly Card[],
  activeId: string | null,
  limit: number,
): ReadonlyMap<string, number> {
  const sorted = [...cards].sort((a, b) => a.top - b.top);
  const active = sorted.findIndex(({ id }) => id === activeId);
  const tops: number[] = [];
  let next = 0;
  for (const [index, { top, height }] of sorted.entries()) {
    const at = index === active ? Math.max(0, top) : Math.max(top, next);
    tops[index] = at;
    next = at + height + gap;
  }
  const pinned = active === -1 ? sorted.length : active;
  let ceiling = Math.max(limit, 0) + gap;
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const highest = ceiling - gap - (sorted[index]?.height ?? 0);
    const isFree = index !== pinned;
    if (isFree && (tops[index] ?? 0) > highest) tops[index] = highest;
    ceiling = tops[index] ?? 0;
  }
  return settled(sorted, tops);
}

/** Cards that were pushed above the top come down again, even past the limit: none may vanish. */
function settled(sorted: readonly Card[], tops: readonly number[]): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  let next = 0;
  for (const [index, { id, height }] of sorted.entries()) {
    const at = Math.max(tops[index] ?? 0, next);
    placed.set(id, at);
    next = at + height + gap;
  }
  return placed;
}
