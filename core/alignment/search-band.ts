import { type Band, bandAround, type Point } from "./band";
import type { WordEvidence } from "./word-evidence";

/** Up to this many cells the whole plane is searched: 700 sentences a side take well under a second. */
const wholePlane = 500_000;

/** Between anchors the path may stray this far from the straight line, in sentences. */
const minSlack = 25;
const maxSlack = 300;

/** About how many cells a band may have: nine bytes and a microsecond each, whatever the length of the document. */
const maxCells = 12_000_000;

/** A feature that stands in more sentences than this on a side says little about where. */
const maxPlaces = 3;

/** The band to search first: everything, or in a long document the surroundings of sentences that share rare words. */
export function searchBand(words: WordEvidence): Band {
  const deLength = words.de.length;
  const enLength = words.en.length;
  const isWhole = deLength * enLength <= wholePlane;
  const anchors = isWhole ? [] : findAnchors(words);
  const widest = Math.max(minSlack, Math.min(maxSlack, Math.floor(maxCells / deLength / 2)));
  return bandAround(anchors, deLength, enLength, (from, to) => {
    const gap = Math.max(to.de - from.de, to.en - from.en);
    return isWhole ? gap : Math.min(widest, Math.max(minSlack, gap));
  });
}

type Candidate = Point & { readonly weight: number };

/** The heaviest chain of sentence pairs with rare features in common that rises on both sides. */
function findAnchors(words: WordEvidence): Point[] {
  const places = featurePlaces(words.en, words.gain.length);
  const candidates: Candidate[] = [];
  words.de.forEach((features, de) => {
    const weights = new Map<number, number>();
    for (const feature of features) {
      if ((words.deCount[feature] ?? 0) > maxPlaces) continue;
      const found = places[feature] ?? [];
      if (found.length > maxPlaces) continue;
      for (const en of found) {
        weights.set(en, (weights.get(en) ?? 0) + (words.gain[feature] ?? 0) / found.length);
      }
    }
    const [best, second] = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (best && best[1] > 1.25 * (second?.[1] ?? 0))
      candidates.push({ de, en: best[0], weight: best[1] });
  });
  return withoutStrays(heaviestChain(candidates, words.en.length), words);
}

function featurePlaces(sentences: readonly Int32Array[], featureCount: number): number[][] {
  const places: number[][] = Array.from({ length: featureCount }, () => []);
  sentences.forEach((features, sentence) => {
    for (const feature of features) places[feature]?.push(sentence);
  });
  return places;
}

/** Longest increasing subsequence by weight, with a Fenwick tree over the English side. */
function heaviestChain(candidates: readonly Candidate[], enLength: number): Point[] {
  const bestWeight = new Float64Array(enLength + 1);
  const bestIndex = new Int32Array(enLength + 1).fill(-1);
  const previous = new Int32Array(candidates.length).fill(-1);
  let endWeight = 0;
  let end = -1;
  candidates.forEach(({ en, weight }, index) => {
    let chainWeight = 0;
    for (let k = en; k > 0; k -= k & -k) {
      if ((bestWeight[k] ?? 0) <= chainWeight) continue;
      chainWeight = bestWeight[k] ?? 0;
      previous[index] = bestIndex[k] ?? -1;
    }
    chainWeight += weight;
    for (let k = en + 1; k <= enLength; k += k & -k) {
      if (chainWeight <= (bestWeight[k] ?? 0)) continue;
      bestWeight[k] = chainWeight;
      bestIndex[k] = index;
    }
    if (chainWeight <= endWeight) return;
    endWeight = chainWeight;
    end = index;
  });
  const chain: Point[] = [];
  for (let index = end; index >= 0; index = previous[index] ?? -1) {
    const candidate = candidates[index];
    if (candidate) chain.unshift(candidate);
  }
  return chain;
}

/** A pair that bends the path against both neighbours is chance. */
function withoutStrays(chain: readonly Point[], words: WordEvidence): Point[] {
  const corners = [{ de: -1, en: -1 }, ...chain, { de: words.de.length, en: words.en.length }];
  const bend = (from: Point | undefined, to: Point | undefined) =>
    from && to ? Math.abs(to.en - from.en - (to.de - from.de)) : 0;
  return chain.filter((point, index) => {
    const before = bend(corners[index], point);
    const after = bend(point, corners[index + 2]);
    return Math.min(before, after) < minSlack;
  });
}
