import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { splitSentences } from "../sentences/split-sentences";
import { align } from "./align";
import { judgeRelation } from "./judge-relation";
import { buildLexicon } from "./lexicon/build-lexicon";
import { translatedShare } from "./translated-share";

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

function judge(german: readonly string[], english: readonly string[]) {
  const [de, en] = [text(german), text(english)];
  return judgeRelation(de, en, align(de, en, lexicon), lexicon);
}

test("knows a translation as one", () => {
  expect(judge(sentences.de, sentences.en).isUnrelated).toBe(false);
});

test("knows texts that have nothing to do with each other", () => {
  const story = splitSentences(read("content/found-on-a-thursday/en.mdx"), "en").slice(5, 40);
  expect(judge(sentences.de, story).isUnrelated).toBe(true);
});

test("knows short passages of strangers, wherever they are taken from", () => {
  const story = splitSentences(read("content/found-on-a-thursday/en.mdx"), "en").slice(5);
  const passages = [0, 10, 20, 30, 40, 50, 60, 70].map((start) => story.slice(start, start + 10));
  const judged = [0, 10, 20].flatMap((start) =>
    passages.map((passage) => judge(sentences.de.slice(start, start + 10), passage).isUnrelated),
  );
  expect(judged).not.toContain(false);
  const own = [0, 10, 20].map((start) => {
    return judge(sentences.de.slice(start, start + 10), sentences.en.slice(start, start + 10));
  });
  expect(own.map(({ isUnrelated }) => isUnrelated)).toEqual([false, false, false]);
});

test("knows a translation of which every third sentence is missing as one", () => {
  const kept = sentences.en.filter((_, index) => index % 3 !== 1);
  expect(judge(sentences.de, kept).isUnrelated).toBe(false);
});

test("judges no text of a few sentences: too little speaks for or against it", () => {
  expect(judge(["Niemand kam."], ["Whisk the eggs with sugar."]).isUnrelated).toBe(false);
});

test("calls nothing translated where a side is empty", () => {
  expect(translatedShare(align(text(sentences.de), text([]), lexicon))).toBe(0);
  expect(translatedShare([])).toBe(0);
});
