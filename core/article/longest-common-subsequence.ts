/** An index of the first list and one of the second. */
export type IndexPair = readonly [number, number];

// A key that stands this often in the second list (rules, empty figures) says nothing about place.
const maxOccurrences = 100;

/**
 * Pairs of equal keys, rising on both sides, as many as can be: Hunt & Szymanski, "A fast algorithm for computing longest
 * common subsequences", 1977. Takes O((n + r) log n) for r equal pairs; equal ends are paired first, and keys that stand
 * more than 100 times in between are left out.
 */
export function longestCommonSubsequence(a: readonly string[], b: readonly string[]): IndexPair[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) {
    end += 1;
  }
  const head = Array.from({ length: start }, (_, index): IndexPair => [index, index]);
  const tail = Array.from(
    { length: end },
    (_, index): IndexPair => [a.length - end + index, b.length - end + index],
  );
  const middle = middlePairs(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...head, ...middle.map(([i, j]): IndexPair => [i + start, j + start]), ...tail];
}

type Chain = { readonly pair: IndexPair; readonly before: Chain | undefined };

function middlePairs(a: readonly string[], b: readonly string[]): IndexPair[] {
  const places = placesOf(b);
  const chains: Chain[] = []; // chains[k] ends the chain of k + 1 pairs that reaches least far into b
  a.forEach((key, i) => {
    for (const j of places.get(key) ?? []) {
      const length = firstNotBelow(chains, j);
      if (chains[length]?.pair[1] !== j)
        chains[length] = { pair: [i, j], before: chains[length - 1] };
    }
  });
  const pairs: IndexPair[] = [];
  for (let chain = chains.at(-1); chain; chain = chain.before) pairs.push(chain.pair);
  return pairs.reverse();
}

/** Where each key stands, last place first, so that no row pairs twice in one chain. */
function placesOf(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let j = keys.length - 1; j >= 0; j -= 1) {
    const key = keys[j] ?? "";
    const known = places.get(key);
    if (known) known.push(j);
    else places.set(key, [j]);
  }
  for (const [key, list] of places) if (list.length > maxOccurrences) places.delete(key);
  return places;
}

function firstNotBelow(chains: readonly Chain[], j: number): number {
  let low = 0;
  let high = chains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.pair[1] ?? 0) < j) low = middle + 1;
    else high = middle;
  }
  return low;
}
