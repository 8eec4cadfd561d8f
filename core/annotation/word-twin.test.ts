import { expect, test } from "vitest";
import type { Language } from "../article/language";
import { quoteOf, type SideText, sideText } from "./side-text";
import { type BeadLinks, beadText, wordTwin } from "./word-twin";

const german = "In jedem Auto steckt ein Stück Weltpolitik. Es stellt viel dar.";
const english = "Every car has a piece of world politics built into it. It represents much.";

const texts = { de: side("de", "d", german), en: side("en", "e", english) };

/** One block of two sentences. */
function side(language: Language, letter: string, text: string): SideText {
  const middle = text.indexOf(". ") + 2;
  const sentences = [
    { id: `${letter}s1`, start: 0, end: middle },
    { id: `${letter}s2`, start: middle, end: text.length },
  ];
  return sideText(language, [{ id: `${letter}b1`, text, sentences }]);
}

/** A bead of all four sentences, with links between words as they are written. */
function bead(...pairs: readonly (readonly [string, string])[]): BeadLinks {
  const ids = { de: ["ds1", "ds2"], en: ["es1", "es2"] };
  const place = (language: Language, word: string) => {
    const start = beadText(texts[language], ids[language]).indexOf(word);
    if (start === -1) throw new Error(`No ${word}`);
    return [start, start + word.length] as const;
  };
  return { ...ids, links: pairs.map(([de, en]) => [...place("de", de), ...place("en", en)]) };
}

const linked = bead(
  ["Auto", "car"],
  ["ein", "a"],
  ["Stück", "piece"],
  ["Weltpolitik", "world"],
  ["Weltpolitik", "politics"],
  ["stellt", "represents"],
  ["dar", "represents"],
  ["viel", "much"],
);

function twinOf(
  language: Language,
  words: string,
  links = linked,
): readonly (string | null)[] | undefined {
  const start = texts[language].text.indexOf(words);
  const other = texts[language === "de" ? "en" : "de"];
  const found = wordTwin(texts, links, language, { start, end: start + words.length });
  return found?.map((range) => quoteOf(other, range));
}

test.each([
  ["de", "Auto", ["car"]],
  ["de", "Weltpolitik", ["world politics"]],
  ["de", "Stück Weltpolitik", ["piece of world politics"]],
  ["de", "viel dar", ["represents much"]],
  ["en", "politics", ["Weltpolitik"]],
  ["en", "represents", ["stellt", "dar"]],
] as const)("the twin of “%s: %s” is %j", (language, words, twin) => {
  expect(twinOf(language, words)).toEqual(twin);
});

test.each([
  ["a word without a partner", "de", "steckt"],
  ["words of which one has no partner", "de", "Auto steckt"],
  ["what joins and means nothing by itself", "de", "ein"],
  ["a passage over two sentences", "de", "Weltpolitik. Es stellt"],
  ["a longer passage", "de", "jedem Auto steckt ein Stück"],
] as const)("%s has no twin of words", (_, language, words) => {
  expect(twinOf(language, words)).toBe(undefined);
});

test("links of sentences that are not in this part lead nowhere", () => {
  expect(twinOf("de", "Auto", { ...linked, en: [] })).toBe(undefined);
});
