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
export function tableOf(
  size: number,
  entries: Iterable<readonly [word: number, target: number, probability: number]>,
): TranslationTable {
  const rows: (Map<number, number> | undefined)[] = Array.from({ length: size });
  let count = 0;
  for (const [word, target, probability] of entries) {
    const row = rows[word] ?? new Map<number, number>();
    rows[word] = row;
    const known = row.get(target);
    if (known === undefined) count += 1;
    if (known === undefined || known < probability) row.set(target, probability);
  }
  const starts = new Int32Array(size + 1);
  const targets = new Int32Array(count);
  const probabilities = new Float32Array(count);
  let next = 0;
  rows.forEach((row, word) => {
    starts[word] = next;
    for (const [target, probability] of row ?? []) {
      targets[next] = target;
      probabilities[next] = probability;
      next += 1;
    }
  });
  starts[size] = next;
  return { starts, targets, probabilities };
}

/** From English to German instead of from German to English, with the same numbers; `size` is how many words the other side has. */
export function transpose(table: TranslationTable, size: number): TranslationTable {
  const starts = new Int32Array(size + 1);
  for (const target of table.targets) starts[target + 1] = (starts[target + 1] ?? 0) + 1;
  for (let word = 0; word < size; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
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
