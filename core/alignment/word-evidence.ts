import { sentenceFeatures } from "./sentence-features";

/** How sure each kind of feature turns up in the translation, were it equally frequent on both sides; fitted by hand on news. */
const matchRate: Readonly<Record<string, number>> = { "#": 0.8, "=": 0.75, "~": 0.5 };
const markRate = 0.5;

/** Features of a sentence are not independent ("=kobalt" and "~koba"), so that their sum counts less than whole. */
const weight = 0.6;

/** Sentences without the feature that are added to each side: in a short document too, "1976" is rare. */
const unseen = 60;

export type WordEvidence = {
  /** For each sentence its features, by number. */
  readonly de: readonly Int32Array[];
  readonly en: readonly Int32Array[];
  /** By feature: what it adds to the log-likelihood ratio where both sides of a 1–1 bead have it; 0 or more. */
  readonly gain: Float64Array;
  /** What it adds where only one side has it; 0 or less. */
  readonly loss: Float64Array;
  /** By feature: in how many sentences of each side it stands. */
  readonly deCount: Float64Array;
  readonly enCount: Float64Array;
};

/** Features that stand on both sides, weighed by how rare they are in this document. */
export function wordEvidence(de: readonly string[], en: readonly string[]): WordEvidence {
  const deFeatures = de.map((sentence) => sentenceFeatures(sentence, "de"));
  const enFeatures = en.map((sentence) => sentenceFeatures(sentence, "en"));
  const deCounts = countFeatures(deFeatures);
  const enCounts = countFeatures(enFeatures);

  const shared = [...deCounts.keys()].filter((feature) => enCounts.has(feature));
  const numbers = new Map(shared.map((feature, number) => [feature, number]));
  const deCount = Float64Array.from(shared, (feature) => deCounts.get(feature) ?? 0);
  const enCount = Float64Array.from(shared, (feature) => enCounts.get(feature) ?? 0);
  const gain = new Float64Array(shared.length);
  const loss = new Float64Array(shared.length);
  shared.forEach((feature, number) => {
    const deShare = (deCounts.get(feature) ?? 0) / (de.length + unseen);
    const enShare = (enCounts.get(feature) ?? 0) / (en.length + unseen);
    // A feature far more frequent on one side is there for other reasons ("die", "also"): it says less.
    const balance = Math.min(deShare, enShare) / Math.max(deShare, enShare);
    const rate = (matchRate[feature.charAt(0)] ?? markRate) * balance;
    gain[number] = weight * Math.max(0, Math.log(rate) - Math.log(deShare * enShare) / 2);
    loss[number] = weight * Math.log(1 - rate);
  });

  const toNumbers = (features: readonly string[]) =>
    Int32Array.from(features.flatMap((feature) => numbers.get(feature) ?? []));
  return {
    de: deFeatures.map(toNumbers),
    en: enFeatures.map(toNumbers),
    gain,
    loss,
    deCount,
    enCount,
  };
}

function countFeatures(sentences: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const features of sentences) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return counts;
}

/**
 * Scores the words of a bead: sentences `deStart` … `deStart + deSize - 1` against `enStart` …, both sizes at least 1, as a
 * log-likelihood ratio against two passages that have nothing to do with each other.
 */
export function wordScorer(
  evidence: WordEvidence,
): (deStart: number, deSize: number, enStart: number, enSize: number) => number {
  const { de, en, gain, loss } = evidence;
  const deSeen = new Int32Array(gain.length);
  const enSeen = new Int32Array(gain.length);
  let bead = 0;
  return (deStart, deSize, enStart, enSize) => {
    bead += 1;
    // The more sentences, the likelier a match by chance.
    const dilution = (weight * Math.log(deSize * enSize)) / 2;
    let score = 0;
    for (let i = deStart; i < deStart + deSize; i += 1) {
      for (const feature of de[i] ?? []) {
        if (deSeen[feature] === bead) continue;
        deSeen[feature] = bead;
        score += loss[feature] ?? 0;
      }
    }
    for (let j = enStart; j < enStart + enSize; j += 1) {
      for (const feature of en[j] ?? []) {
        if (enSeen[feature] === bead) continue;
        enSeen[feature] = bead;
        const unmatched = loss[feature] ?? 0;
        if (deSeen[feature] !== bead) score += unmatched;
        else score += Math.max(0, (gain[feature] ?? 0) - dilution) - unmatched;
      }
    }
    return score;
  };
}
