import { expect, test } from "vitest";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { align } from "./align";
import { buildLexicon } from "./lexicon/build-lexicon";
import { countSharedWords } from "./shared-words";

const lexicon = buildLexicon(builtInPhrases(), builtInForms());
const text = (sentences: readonly string[]) => ({ sentences, paragraphs: sentences.map(() => 0) });

const german = [
  "Der Zug hielt auf der Brücke.",
  "Ein Hund lief über das Eis.",
  "Die Lehrerin öffnete das Fenster.",
  "Im Garten stand ein alter Baum.",
];
const english = [
  "The train stopped on the bridge.",
  "A dog ran across the ice.",
  "The teacher opened the window.",
  "In the garden stood an old tree.",
];

test("finds most translated words where they belong in a translation", () => {
  const beads = align(text(german), text(english), lexicon);
  const { anywhere, aligned } = countSharedWords(text(german), text(english), beads, lexicon);
  expect(anywhere).toBeGreaterThan(6);
  expect(aligned).toBeGreaterThan(0.9 * anywhere);
});

test("finds few in their place where the sentences are not each other's", () => {
  const crossed = german.map((_, index) => ({
    de: [index],
    en: [(index + 2) % 4],
    probability: 1,
  }));
  const { anywhere, aligned } = countSharedWords(text(german), text(english), crossed, lexicon);
  expect(anywhere).toBeGreaterThan(6);
  expect(aligned).toBeLessThan(0.2 * anywhere);
});

test("says how many chance alone would bring together: all where everything is one passage, hardly any in single sentences", () => {
  const all = german.map((_, index) => index);
  const whole = [{ de: all, en: all, probability: 1 }];
  const together = countSharedWords(text(german), text(english), whole, lexicon);
  expect(together.byChance).toBeGreaterThan(0.6 * together.aligned);
  const beads = align(text(german), text(english), lexicon);
  const apart = countSharedWords(text(german), text(english), beads, lexicon);
  expect(apart.byChance).toBeLessThan(0.4 * apart.aligned);
});
