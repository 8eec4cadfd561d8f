import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readLines } from "../alignment/lexicon/read-tsv";
import { makeDictionary } from "./dictionary";

const read = (name: string) =>
  readLines(readFileSync(new URL(`../alignment/lexicon/${name}`, import.meta.url), "utf8"));
const dictionary = makeDictionary(read("german-english.tsv"), {
  de: new Map(read("german-forms.tsv")),
  en: new Map(read("english-forms.tsv")),
});

function headwords(words: string, language: "de" | "en", particles: readonly string[] = []) {
  return dictionary.lookUp({ words, language, particles }).map(({ headword }) => headword);
}

describe("the first entry of a German word", () => {
  test.each([
    ["as it stands there", "Garten", "Garten"],
    ["in the plural", "Gärten", "Garten"],
    ["in another case", "Ministern", "Minister"],
    ["a weak verb", "machte", "machen"],
    ["a strong verb", "nahm", "nehmen"],
    ["a strong verb under its prefix", "annahm", "annehmen"],
    ["a noun that is written as a verb is", "Essen", "Essen"],
    ["that verb", "essen", "essen"],
    ["a phrase", "zum Beispiel", "zum Beispiel"],
    ["with a mark behind it", "Garten,", "Garten"],
  ])("%s: %s", (_, word, headword) => {
    expect(headwords(word, "de")[0]).toBe(headword);
  });
});

test("a verb is put together with the particle that its clause ends with", () => {
  expect(headwords("stellt", "de", ["dar"])[0]).toBe("darstellen");
  expect(headwords("nahm", "de", ["teil"])[0]).toBe("teilnehmen");
  expect(headwords("stellt", "de")).not.toContain("darstellen");
});

test("a compound that no entry has is told by its parts", () => {
  expect(headwords("Gartenpolitik", "de")).toEqual(["Garten", "Politik"]);
});

test("an English word leads to the German ones, those first that name it first", () => {
  const [entry] = dictionary.lookUp({ words: "gardens", language: "en", particles: [] });
  expect(entry).toEqual({ headword: "garden", equivalents: ["Garten", "gärtnern"] });
  expect(headwords("took", "en")[0]).toBe("take");
});

test("of several words those that mean something by themselves are looked up", () => {
  expect(headwords("in dem Garten", "de")).toEqual(["Garten"]);
  expect(headwords("and", "en")[0]).toBe("and");
});

test.each(["Xyzzyx", "", "…", "12", "__proto__", "constructor", "\ud800"])(
  "nothing is known of %j",
  (words) => {
    expect(headwords(words, "de")).toEqual([]);
  },
);
