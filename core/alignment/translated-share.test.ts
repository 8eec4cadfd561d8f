import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { splitSentences } from "../sentences/split-sentences";
import { align } from "./align";
import { buildLexicon } from "./lexicon/build-lexicon";
import { seemUnrelated, translatedShare } from "./translated-share";

const lexicon = buildLexicon(builtInPhrases(), builtInForms());

const goldSchema = z.object({
  sentences: z.object({ de: z.array(z.string()), en: z.array(z.string()) }),
});
const { sentences } = goldSchema.parse(JSON.parse(read("e2e/fixtures/seed-like/gold.json")));

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

function text(list: readonly string[]) {
  return { sentences: list, paragraphs: list.map(() => 0) };
}

test("knows a translation as one", () => {
  const beads = align(text(sentences.de), text(sentences.en), lexicon);
  expect(seemUnrelated(beads)).toBe(false);
  expect(translatedShare(beads)).toBeGreaterThan(0.85);
});

test("knows texts that have nothing to do with each other", () => {
  const story = splitSentences(read("content/found-on-a-thursday/en.mdx"), "en").slice(5, 40);
  const beads = align(text(sentences.de), text(story), lexicon);
  expect(seemUnrelated(beads)).toBe(true);
});

test("judges no text of a few sentences: too little speaks for or against it", () => {
  const beads = align(text(["Niemand kam."]), text(["Whisk the eggs with sugar."]), lexicon);
  expect(seemUnrelated(beads)).toBe(false);
});

test("calls nothing translated where a side is empty", () => {
  expect(translatedShare(align(text(sentences.de), text([]), lexicon))).toBe(0);
  expect(translatedShare([])).toBe(0);
});
