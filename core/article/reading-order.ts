type Places = { readonly de: readonly number[]; readonly en: readonly number[] };

/**
 * The order in which beads are read, as indices: by the first German sentence; a bead without one follows the bead of the English sentence
 * before it. Sentences are counted through each side.
 */
export function readingOrder(beads: readonly Places[]): number[] {
  const german: number[] = [];
  const holders: number[] = []; // by the place of each English sentence
  const english: { bead: number; place: number }[] = [];
  beads.forEach(({ de, en }, bead) => {
    for (const place of en) holders[place] = bead;
    if (de.length > 0) german[first(de)] = bead;
    else english.push({ bead, place: first(en) });
  });
  const following = new Map<number | undefined, number[]>();
  for (const { bead, place } of english.sort((a, b) => a.place - b.place)) {
    const before = holders[place - 1];
    const list = following.get(before);
    if (list) list.push(bead);
    else following.set(before, [bead]);
  }
  const sorted: number[] = [];
  const push = (start: number) => {
    const waiting = [start]; // a stack: a long run of English beads hangs on itself
    for (let bead = waiting.pop(); bead !== undefined; bead = waiting.pop()) {
      sorted.push(bead);
      waiting.push(...(following.get(bead) ?? []).toReversed());
    }
  };
  for (const bead of following.get(undefined) ?? []) push(bead);
  german.forEach(push);
  return sorted;
}

function first(places: readonly number[]): number {
  return places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY);
}
