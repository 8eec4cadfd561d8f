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
  /** For each source word the target words it was ever seen with. */
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** Where each pair of words stands: for each passage, for each target word, for each source word. */
  readonly at: Int32Array;
};

/** Goes through the passages word by word, so that for each source word a list of where its target words stand is enough to find them again. */
function coOccurrences(
  pairs: readonly PassagePair[],
  { sourceSize, targetSize }: Training,
): Places {
  const meetings = meetingsOf(pairs, sourceSize);
  const at = new Int32Array(meetings.size);
  const targets = new Int32Array(meetings.size);
  const starts = new Int32Array(sourceSize + 1);
  const lastPlace = new Int32Array(targetSize).fill(-1);
  let size = 0;
  for (let word = 0; word < sourceSize; word += 1) {
    const start = size;
    for (let k = meetings.starts[word] ?? 0; k < (meetings.starts[word + 1] ?? 0); k += 1) {
      const pair = pairs[meetings.pairs[k] ?? 0];
      if (!pair) continue;
      let cell = meetings.cells[k] ?? 0;
      for (const target of pair.target) {
        let place = lastPlace[target] ?? -1;
        if (place < start) {
          place = size;
          targets[place] = target;
          lastPlace[target] = place;
          size += 1;
        }
        at[cell] = place;
        cell += pair.source.length;
      }
    }
    starts[word + 1] = size;
  }
  return { starts, targets: targets.slice(0, size), at };
}

/** For each source word the passages it stands in, and where their first pair with it is kept. */
function meetingsOf(pairs: readonly PassagePair[], sourceSize: number) {
  const starts = new Int32Array(sourceSize + 1);
  for (const { source } of pairs) {
    for (const word of source) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  }
  for (let word = 0; word < sourceSize; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = starts.slice();
  const passages = new Int32Array(starts[sourceSize] ?? 0);
  const cells = new Int32Array(passages.length);
  let size = 0;
  pairs.forEach(({ source, target }, index) => {
    source.forEach((word, column) => {
      const k = next[word] ?? 0;
      next[word] = k + 1;
      passages[k] = index;
      cells[k] = size + column;
    });
    size += source.length * target.length;
  });
  return { starts, pairs: passages, cells, size };
}

function startProbabilities(
  places: Places,
  { prior, unknown, targetSize }: Training,
): Float32Array {
  const probabilities = new Float32Array(places.targets.length).fill(unknown);
  if (!prior) return probabilities;
  const lastPlace = new Int32Array(targetSize).fill(-1);
  for (let word = 0; word + 1 < places.starts.length; word += 1) {
    const start = places.starts[word] ?? 0;
    const end = places.starts[word + 1] ?? 0;
    for (let place = start; place < end; place += 1) lastPlace[places.targets[place] ?? 0] = place;
    for (let at = prior.starts[word] ?? 0; at < (prior.starts[word + 1] ?? 0); at += 1) {
      const place = lastPlace[prior.targets[at] ?? 0] ?? -1;
      if (place >= start) probabilities[place] = unknown + (prior.probabilities[at] ?? 0);
    }
  }
  return probabilities;
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
  { starts, targets }: Places,
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
