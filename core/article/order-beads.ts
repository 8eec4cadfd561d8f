import type { Bead, Side } from "./article";
import { placeOfSentence } from "./article-index";
import type { Language } from "./language";

/** By the first German sentence; a bead without one follows the bead of the English sentence before it. */
export function orderBeads(
  beads: readonly Bead[],
  sides: Readonly<Record<Language, Side>>,
): readonly Bead[] {
  const german: Bead[] = [];
  const holders: Bead[] = []; // by the place of each English sentence
  const english: { bead: Bead; place: number }[] = [];
  for (const bead of beads) {
    for (const id of bead.en) holders[placeOfSentence(sides.en, id) ?? 0] = bead;
    if (bead.de.length > 0) german[firstPlace(sides.de, bead.de)] = bead;
    else english.push({ bead, place: firstPlace(sides.en, bead.en) });
  }
  const following = new Map<Bead | undefined, Bead[]>();
  for (const { bead, place } of english.sort((a, b) => a.place - b.place)) {
    const before = holders[place - 1];
    const list = following.get(before);
    if (list) list.push(bead);
    else following.set(before, [bead]);
  }
  const sorted: Bead[] = [];
  const push = (first: Bead) => {
    const waiting = [first]; // a stack: a long run of English beads hangs on itself
    for (let bead = waiting.pop(); bead; bead = waiting.pop()) {
      sorted.push(bead);
      waiting.push(...(following.get(bead) ?? []).toReversed());
    }
  };
  for (const bead of following.get(undefined) ?? []) push(bead);
  german.forEach(push);
  return sorted;
}

function firstPlace(side: Side, ids: readonly string[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const id of ids) first = Math.min(first, placeOfSentence(side, id) ?? 0);
  return first;
}
