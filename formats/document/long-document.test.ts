import { expect, test, vi } from "vitest";
import { type Language, languages } from "@/core/article/language";
import { readDocuments } from "./read-documents";

// Thousands of sentences are aligned: on a busy machine that takes more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const germanNames = ["Der Hafen", "Die Möwe", "Das Schiff", "Ein Fischer", "Die Brücke"];
const englishNames = ["The harbour", "The gull", "The ship", "A fisherman", "The bridge"];

/** Two texts whose sentences are told apart by their numbers; in the first the English number is another one. */
async function readPairs(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const brought = {
    de: numbers.map(
      (index) =>
        `${germanNames[index % 5]} wartet am Morgen des Tages ${1000 + index} ruhig am Wasser.`,
    ),
    en: numbers.map((index) => {
      const day = index === 0 ? 7 : 1000 + index;
      return `${englishNames[index % 5]} waits in the morning of day ${day} quietly at the water.`;
    }),
  };
  const bytes = (side: Language) => new TextEncoder().encode(brought[side].join("\n\n"));
  const result = await readDocuments([
    { name: "de.txt", bytes: bytes("de") },
    { name: "en.txt", bytes: bytes("en") },
  ]);
  if (!result.ok) throw new Error(result.reason);
  return { ...result, brought };
}

test("beyond 2,000 pairs of sentences the checks are left out, that is said once, and nothing else is lost", async () => {
  const read = await readPairs(2100);
  expect(read.findings.filter(({ kind }) => kind === "unchecked")).toHaveLength(1);
  expect(read.findings.filter((finding) => "values" in finding)).toEqual([]);
  for (const side of languages) {
    const others = [...read.roles, ...read.leftOvers].filter((each) => each.side === side);
    const texts = [...read.sentences[side], ...others.map(({ text }) => text)];
    expect(texts.toSorted()).toEqual(read.brought[side].toSorted());
    const linked = read.beads.flatMap((bead) => bead[side]);
    expect(linked.toSorted((a, b) => a - b)).toEqual([...read.sentences[side].keys()]);
  }
});

test("up to there they are made", async () => {
  const { findings } = await readPairs(100);
  expect(findings.filter(({ kind }) => kind === "unchecked")).toEqual([]);
  expect(findings.filter((finding) => "values" in finding)).not.toEqual([]);
});
