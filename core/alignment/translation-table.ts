/**
 * For each word of one language, by number, its translations and how likely each is: those of word w stand at `starts[w]` …
 * `starts[w + 1] - 1`. Probabilities of a word add up to at most 1; what is missing is unknown.
 */
export type TranslationTable = {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  readonly probabilities: Float32Array;
};

/** Collects translations in any order; of the same pair twice the likelier one stays. */
export class TableBuilder {
  readonly #size: number;
  readonly #words: number[] = [];
  readonly #targets: number[] = [];
  readonly #probabilities: number[] = [];

  /** `size` is how many words the language has. */
  constructor(size: number) {
    this.#size = size;
  }

  add(word: number, target: number, probability: number): void {
    this.#words.push(word);
    this.#targets.push(target);
    this.#probabilities.push(probability);
  }

  build(): TranslationTable {
    const starts = countStarts(this.#words, this.#size);
    const ends = starts.slice(0, this.#size);
    const targets = new Int32Array(this.#words.length);
    const probabilities = new Float32Array(this.#words.length);
    this.#words.forEach((word, index) => {
      const target = this.#targets[index] ?? 0;
      const probability = this.#probabilities[index] ?? 0;
      let at = starts[word] ?? 0;
      const end = ends[word] ?? 0;
      while (at < end && targets[at] !== target) at += 1;
      targets[at] = target;
      probabilities[at] = Math.max(probabilities[at] ?? 0, probability);
      if (at === end) ends[word] = end + 1;
    });
    return closeGaps({ starts, targets, probabilities }, ends);
  }
}

/** Where the entries of each word begin, were they put in order of their words. */
function countStarts(words: ArrayLike<number>, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let index = 0; index < words.length; index += 1) {
    const next = (words[index] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let word = 0; word < size; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  return starts;
}

/** Moves the entries of each word, which end at `ends`, up to those of the word before. */
function closeGaps(table: TranslationTable, ends: Int32Array): TranslationTable {
  const { targets, probabilities } = table;
  const starts = new Int32Array(table.starts.length);
  let size = 0;
  ends.forEach((end, word) => {
    const start = table.starts[word] ?? 0;
    starts[word] = size;
    targets.copyWithin(size, start, end);
    probabilities.copyWithin(size, start, end);
    size += end - start;
  });
  starts[ends.length] = size;
  return { starts, targets: targets.slice(0, size), probabilities: probabilities.slice(0, size) };
}

/** From English to German instead of from German to English, with the same numbers; `size` is how many words the other side has. */
export function transpose(table: TranslationTable, size: number): TranslationTable {
  const starts = countStarts(table.targets, size);
  const next = starts.slice();
  const targets = new Int32Array(table.targets.length);
  const probabilities = new Float32Array(table.targets.length);
  for (let word = 0; word + 1 < table.starts.length; word += 1) {
    for (let at = table.starts[word] ?? 0; at < (table.starts[word + 1] ?? 0); at += 1) {
      const target = table.targets[at] ?? 0;
      const place = next[target] ?? 0;
      targets[place] = word;
      probabilities[place] = table.probabilities[at] ?? 0;
      next[target] = place + 1;
    }
  }
  return { starts, targets, probabilities };
}
