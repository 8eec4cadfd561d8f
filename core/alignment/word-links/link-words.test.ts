import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readGoldPairs, scoreWordLinks } from "@/bench/align/score-word-links";
import { builtInForms, builtInPhrases } from "@/scripts/dictionary/built-in-lexicon";
import { buildLexicon } from "../lexicon/build-lexicon";
import { linkWords } from "./link-words";

const lexicon = buildLexicon(builtInPhrases(), builtInForms());

function words(de: string, en: string, known = lexicon): string[] {
  return linkWords(de, en, known).map(
    (link) => `${de.slice(link.de.start, link.de.end)} ${en.slice(link.en.start, link.en.end)}`,
  );
}

describe("linkWords", () => {
  test("links a word and its translation wherever they stand", () => {
    const links = words("Gestern regnete es im Hafen.", "It rained in the harbour yesterday.");
    expect(links).toEqual(expect.arrayContaining(["Gestern yesterday", "Hafen harbour"]));
  });

  test("links both parts of a separable verb", () => {
    const links = words("Sie stellt den Bericht morgen vor.", "She presents the report tomorrow.");
    expect(links).toEqual(expect.arrayContaining(["stellt presents", "vor presents"]));
  });

  test("links a compound with each word that translates a part of it", () => {
    const links = words("Das Fischerdorf schläft.", "The fishing village sleeps.");
    expect(links).toContain("Fischerdorf village");
  });

  test("links numbers in either notation, and names, without any lexicon", () => {
    const de = "Iversen zählte zwölf Kisten und 1.200 Fässer.";
    const links = linkWords(de, "Iversen counted 12 crates and 1,200 barrels.", null);
    expect(links.map(({ de: place }) => de.slice(place.start, place.end))).toEqual(
      expect.arrayContaining(["Iversen", "zwölf"]),
    );
  });

  test("says nothing of texts without words", () => {
    expect(linkWords("", "Nothing.", lexicon)).toEqual([]);
    expect(linkWords("…", "—", lexicon)).toEqual([]);
  });

  test("leaves a word alone that the other side does not have", () => {
    const links = words("Er trank Wasser.", "He drank water near the lighthouse.");
    expect(links.filter((link) => link.endsWith("lighthouse"))).toEqual([]);
  });
});

test("errs in no more than 13 % of the links of the tuning half of the gold, with the built-in lexicon", () => {
  const gold = readFileSync(new URL("gold/tune.jsonl", import.meta.url), "utf8");
  const { errorRate } = scoreWordLinks(readGoldPairs(gold), (de, en) => linkWords(de, en, lexicon));
  expect(errorRate).toBeLessThan(0.13);
});
