import type { TranslationTable } from "./translation-table";

/** Words of a passage and of its translation, by number, and how much the pair counts. */
export type PassagePair = {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: number;
};

export type Trained = TranslationTable & {
  /** Beside each probability: how often the pair is expected to have been a translation in these passages. */
  readonly counts: Float32Array;
  /** For each source word: how often it was expected to be translated by anything. */
  readonly totals: Float32Array;
};

export type Training = {
  readonly sourceSize: number;
  readonly targetSize: number;
  readonly iterations: number;
  /** What is known beforehand; a pair without it starts at `unknown`. */
  readonly prior: TranslationTable | null;
  readonly unknown: number;
  /** Pairs less probable are dropped in the end. */
  readonly minProbability: number;
};

/** The weight of the empty word that source passages hold: what words come from that translate nothing. */
const emptyWeight = 0.5;

/**
 * Learns which word translates which from passages that translate each other: IBM Model 1, trained by expectation maximisation.
 * P. F. Brown and others, "The Mathematics of Statistical Machine Translation", Computational Linguistics 19(2), 1993.
 */
export function trainTranslations(pairs: readonly PassagePair[], training: Training): Trained {
  const places = coOccurrences(pairs, training);
  const probabilities = startProbabilities(places, training);
  const background = frequencies(pairs, training.targetSize);
  const counts = new Float32Array(places.targets.length);
  const totals = new Float32Array(training.sourceSize);
  for (let iteration = 0; iteration < training.iterations; iteration += 1) {
    counts.fill(0);
    totals.fill(0);
    expect(pairs, places, probabilities, background, counts, totals);
    maximise(places.starts, counts, totals, probabilities);
  }
  return prune(places, probabilities, counts, totals, training.minProbability);
}

type Places = {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** Where each pair of words stands: for each passage, for each target word, for each source word. */
  readonly at: Int32Array;
};

/** For each source word the target words it was ever seen with, in rising order. */
function coOccurrences(pairs: readonly PassagePair[], { sourceSize }: Training): Places {
  const starts = new Int32Array(sourceSize + 1);
  for (const { source, target } of pairs) {
    for (const word of source) starts[word + 1] = (starts[word + 1] ?? 0) + target.length;
  }
  for (let word = 0; word < sourceSize; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const all = new Int32Array(starts[sourceSize] ?? 0);
  const next = starts.slice();
  for (const { source, target } of pairs) {
    for (const word of source) {
      all.set(target, next[word] ?? 0);
      next[word] = (next[word] ?? 0) + target.length;
    }
  }
  const lists = withoutRepeats(starts, all);
  return { ...lists, at: placesOf(pairs, lists, all.length) };
}

function placesOf(pairs: readonly PassagePair[], lists: Lists, size: number): Int32Array {
  const at = new Int32Array(size);
  let next = 0;
  for (const { source, target } of pairs) {
    for (const word of target) {
      for (const each of source) {
        at[next] = find(lists, each, word);
        next += 1;
      }
    }
  }
  return at;
}

type Lists = Omit<Places, "at">;

function withoutRepeats(starts: Int32Array, all: Int32Array): Lists {
  const newStarts = new Int32Array(starts.length);
  let size = 0;
  for (let word = 0; word + 1 < starts.length; word += 1) {
    newStarts[word] = size;
    let previous = -1;
    for (const target of all.subarray(starts[word], starts[word + 1]).sort()) {
      if (target === previous) continue;
      previous = target;
      all[size] = target;
      size += 1;
    }
  }
  newStarts[starts.length - 1] = size;
  return { starts: newStarts, targets: all.slice(0, size) };
}

function startProbabilities(places: Lists, { prior, unknown }: Training): Float32Array {
  const probabilities = new Float32Array(places.targets.length).fill(unknown);
  if (!prior) return probabilities;
  for (let word = 0; word + 1 < places.starts.length; word += 1) {
    for (let at = prior.starts[word] ?? 0; at < (prior.starts[word + 1] ?? 0); at += 1) {
      const place = find(places, word, prior.targets[at] ?? 0);
      if (place >= 0) probabilities[place] = unknown + (prior.probabilities[at] ?? 0);
    }
  }
  return probabilities;
}

/** Where the pair stands, or -1. */
function find({ starts, targets }: Lists, word: number, target: number): number {
  let low = starts[word] ?? 0;
  let high = (starts[word + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = targets[middle] ?? 0;
    if (found === target) return middle;
    if (found < target) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function frequencies(pairs: readonly PassagePair[], targetSize: number): Float64Array {
  const share = new Float64Array(targetSize);
  let all = 0;
  for (const { target } of pairs) {
    for (const word of target) share[word] = (share[word] ?? 0) + 1;
    all += target.length;
  }
  return share.map((count) => count / Math.max(1, all));
}

function expect(
  pairs: readonly PassagePair[],
  { at }: Places,
  probabilities: Float32Array,
  background: Float64Array,
  counts: Float32Array,
  totals: Float32Array,
): void {
  let next = 0;
  for (const { source, target, weight } of pairs) {
    const size = source.length;
    for (const word of target) {
      let sum = emptyWeight * (background[word] ?? 0);
      for (let k = next; k < next + size; k += 1) sum += probabilities[at[k] ?? 0] ?? 0;
      for (let k = 0; k < size; k += 1) {
        const place = at[next + k] ?? 0;
        const share = (weight * (probabilities[place] ?? 0)) / sum;
        const each = source[k] ?? 0;
        counts[place] = (counts[place] ?? 0) + share;
        totals[each] = (totals[each] ?? 0) + share;
      }
      next += size;
    }
  }
}

function maximise(
  starts: Int32Array,
  counts: Float32Array,
  totals: Float32Array,
  probabilities: Float32Array,
): void {
  totals.forEach((total, word) => {
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
      probabilities[at] = total > 0 ? (counts[at] ?? 0) / total : 0;
    }
  });
}

function prune(
  { starts, targets }: Lists,
  probabilities: Float32Array,
  counts: Float32Array,
  totals: Float32Array,
  minProbability: number,
): Trained {
  const newStarts = new Int32Array(starts.length);
  let size = 0;
  for (let word = 0; word + 1 < starts.length; word += 1) {
    newStarts[word] = size;
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
      if ((probabilities[at] ?? 0) < minProbability) continue;
      targets[size] = targets[at] ?? 0;
      probabilities[size] = probabilities[at] ?? 0;
      counts[size] = counts[at] ?? 0;
      size += 1;
    }
  }
  newStarts[starts.length - 1] = size;
  return {
    starts: newStarts,
    targets: targets.slice(0, size),
    probabilities: probabilities.slice(0, size),
    counts: counts.slice(0, size),
    totals,
  };
}
