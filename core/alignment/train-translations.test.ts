import { expect, test } from "vitest";
import { trainTranslations } from "./train-translations";
import { TableBuilder, type TranslationTable, transpose } from "./translation-table";

const training = {
  sourceSize: 3,
  targetSize: 3,
  iterations: 8,
  prior: null,
  unknown: 1,
  minProbability: 0.01,
};

function pair(source: number[], target: number[]) {
  return { source: Int32Array.from(source), target: Int32Array.from(target), weight: 1 };
}

function entries(table: TranslationTable): string[] {
  return Array.from({ length: table.starts.length - 1 }, (_, word) =>
    Array.from(table.targets.subarray(table.starts[word], table.starts[word + 1])).map(
      (target) => `${word}-${target}`,
    ),
  ).flat();
}

function best(table: TranslationTable, word: number): number {
  let winner = -1;
  let highest = 0;
  for (let at = table.starts[word] ?? 0; at < (table.starts[word + 1] ?? 0); at += 1) {
    if ((table.probabilities[at] ?? 0) <= highest) continue;
    highest = table.probabilities[at] ?? 0;
    winner = table.targets[at] ?? -1;
  }
  return winner;
}

test("learns from which words go together, without being told", () => {
  const trained = trainTranslations(
    [pair([0, 1], [1, 0]), pair([0, 2], [2, 0]), pair([1, 2], [1, 2])],
    training,
  );
  expect([0, 1, 2].map((word) => best(trained, word))).toEqual([0, 1, 2]);
});

test("starts from what is known beforehand", () => {
  const prior = new TableBuilder(3);
  prior.add(0, 2, 0.9);
  const trained = trainTranslations([pair([0, 1], [1, 2])], {
    ...training,
    unknown: 0.02,
    prior: prior.build(),
  });
  expect(best(trained, 0)).toBe(2);
  expect(best(trained, 1)).toBe(1);
});

test("keeps the likelier of two entries for a pair, and turns a table round", () => {
  const builder = new TableBuilder(3);
  builder.add(2, 0, 0.2);
  builder.add(0, 1, 0.1);
  builder.add(2, 0, 0.7);
  builder.add(2, 1, 0.3);
  const table = builder.build();
  expect(entries(table)).toEqual(["0-1", "2-0", "2-1"]);
  expect(table.probabilities[1]).toBeCloseTo(0.7);
  expect(entries(transpose(table, 2))).toEqual(["0-2", "1-0", "1-2"]);
});
