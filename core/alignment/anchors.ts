import type { Point } from "./band";
import type { DocumentWords } from "./document-words";
import type { TranslationTable } from "./translation-table";

/** A word that stands in more sentences than this on a side says little about where. */
const maxPlaces = 30;

/** What a pair of sentences must have in common, as the sum of log rarities. */
const minWeight = 4;

/** Of a sentence's partners those nearly as good as the best are tried too, for passages that repeat themselves: the chain decides. */
const nearlyBest = 0.77;
const maxPartners = 4;

/** A pair that bends the path by more sentences than this against both neighbours is chance. */
const maxBend = 25;

const minProbability = 0.05;

/** Pairs of sentences that share rare words and their translations, and rise on both sides: the heaviest such chain. */
export function findAnchors(
  de: DocumentWords,
  en: DocumentWords,
  toEnglish: TranslationTable,
): Point[] {
  const places = rarePlaces(en);
  const enLength = en.totals.length;
  const weights = new Float64Array(enLength);
  const candidates: Candidate[] = [];
  for (let sentence = 0; sentence < de.totals.length; sentence += 1) {
    const touched: number[] = [];
    for (let at = de.starts[sentence] ?? 0; at < (de.starts[sentence + 1] ?? 0); at += 1) {
      const word = de.words[at] ?? 0;
      if ((de.spread[word] ?? 0) > maxPlaces) continue;
      for (let k = toEnglish.starts[word] ?? 0; k < (toEnglish.starts[word + 1] ?? 0); k += 1) {
        const found = places[toEnglish.targets[k] ?? 0];
        const probability = toEnglish.probabilities[k] ?? 0;
        if (!found || probability < minProbability) continue;
        const gain = Math.min(1, 2 * probability) * Math.log((enLength + 1) / found.length);
        for (const other of found) {
          if (weights[other] === 0) touched.push(other);
          weights[other] = (weights[other] ?? 0) + gain;
        }
      }
    }
    for (const en of bestOf(touched, weights)) {
      candidates.push({ de: sentence, en, weight: weights[en] ?? 0 });
    }
    for (const other of touched) weights[other] = 0;
  }
  return withoutStrays(heaviestChain(candidates, enLength), de.totals.length, enLength);
}

type Candidate = Point & { readonly weight: number };

function rarePlaces(side: DocumentWords): (number[] | undefined)[] {
  const places: (number[] | undefined)[] = Array.from({ length: side.stems.length });
  for (let sentence = 0; sentence < side.totals.length; sentence += 1) {
    for (let at = side.starts[sentence] ?? 0; at < (side.starts[sentence + 1] ?? 0); at += 1) {
      const word = side.words[at] ?? 0;
      if ((side.spread[word] ?? 0) > maxPlaces) continue;
      const known = places[word];
      if (known) known.push(sentence);
      else places[word] = [sentence];
    }
  }
  return places;
}

/** In falling order, so that no chain goes through two partners of one sentence; none where too many are alike. */
function bestOf(touched: readonly number[], weights: Float64Array): number[] {
  const best = touched.reduce((highest, other) => Math.max(highest, weights[other] ?? 0), 0);
  const least = Math.max(minWeight, nearlyBest * best);
  const good = touched.filter((other) => (weights[other] ?? 0) >= least);
  return good.length > maxPartners ? [] : good.sort((a, b) => b - a);
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
    if (candidate) chain.push(candidate);
  }
  return chain.reverse();
}

function withoutStrays(chain: readonly Point[], deLength: number, enLength: number): Point[] {
  const corners = [{ de: -1, en: -1 }, ...chain, { de: deLength, en: enLength }];
  const bend = (from: Point | undefined, to: Point | undefined) =>
    from && to ? Math.abs(to.en - from.en - (to.de - from.de)) : 0;
  return chain.filter((point, index) => {
    const before = bend(corners[index], point);
    const after = bend(point, corners[index + 2]);
    return Math.min(before, after) < maxBend;
  });
}
