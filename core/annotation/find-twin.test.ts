import { expect, test } from "vitest";
import { findTwin } from "./find-twin";

const beads = [
  { de: ["ds1"], en: ["es1", "es2"] },
  { de: ["ds2", "ds3"], en: ["es3"] },
  { de: ["ds4"], en: [] },
];

function beadOf(sentence: string) {
  return beads.find((bead) => [...bead.de, ...bead.en].includes(sentence));
}

test.each([
  { side: "de" as const, sentences: ["ds1"], twin: ["es1", "es2"] },
  { side: "de" as const, sentences: ["ds2", "ds3"], twin: ["es3"] },
  { side: "de" as const, sentences: ["ds1", "ds2"], twin: ["es1", "es2", "es3"] },
  { side: "en" as const, sentences: ["es3"], twin: ["ds2", "ds3"] },
  { side: "de" as const, sentences: ["ds4"], twin: [] },
  { side: "de" as const, sentences: ["ds99"], twin: [] },
])("the twin of $sentences is $twin", ({ side, sentences, twin }) => {
  expect(findTwin({ side, sentences }, beadOf)).toEqual(twin);
});
