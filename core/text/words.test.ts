import { describe, expect, test } from "vitest";
import { findWords } from "./find-words";
import { splitPrefix, weakVerbForms } from "./german-verb-forms";
import { numberWord } from "./number-word";
import { splitCompound } from "./split-compound";

test("finds words and numbers, with their places, and no marks", () => {
  const text = "Die U.S. Navy zählte 1.000,5 t – don’t!";
  expect(findWords(text).map((word) => word.text)).toEqual([
    "die",
    "us",
    "navy",
    "zählte",
    "#1000.5",
    "t",
    "don’t",
  ]);
  const navy = findWords(text)[2];
  expect(text.slice(navy?.start, navy?.end)).toBe("Navy");
});

test("counts in words as in digits", () => {
  expect(numberWord("zwölf", "de")).toBe("#12");
  expect(numberWord("twelve", "en")).toBe("#12");
  expect(numberWord("dreißig", "de")).toBe(numberWord("thirty", "en"));
  expect(numberWord("drei", "en")).toBeNull();
});

describe("splitCompound", () => {
  const known = new Set(["rohstoff", "politik", "arbeit", "markt", "roh", "stoffpolitik"]);
  const isKnown = (stem: string) => known.has(stem);

  test("divides where both parts are known, best in the middle", () => {
    expect(splitCompound("rohstoffpolitik", isKnown)).toEqual(["rohstoff", "politik"]);
  });

  test("knows linking elements", () => {
    expect(splitCompound("arbeitsmarkt", isKnown)).toEqual(["arbeit", "markt"]);
  });

  test("leaves whole what it does not know", () => {
    expect(splitCompound("hafenmeister", isKnown)).toBeNull();
  });
});

describe("German verbs", () => {
  test.each([
    ["darstellen", "dar", "stellen", true],
    ["herausfinden", "heraus", "finden", true],
    ["verstehen", "ver", "stehen", false],
  ])("divides %s into %s and %s", (verb, prefix, base, isSeparable) => {
    expect(splitPrefix(verb)).toEqual({ prefix, base, isSeparable });
  });

  test.each([
    ["machen", "gemacht"],
    ["vorstellen", "vorgestellt"],
    ["vorstellen", "vorzustellen"],
    ["arbeiten", "gearbeitet"],
    ["verkaufen", "verkauft"],
    ["regieren", "regiert"],
  ])("forms of %s has %s", (verb, form) => {
    expect(weakVerbForms(verb)).toContain(form);
  });

  test("puts no ge- where none belongs", () => {
    expect(weakVerbForms("verkaufen")).not.toContain("geverkauft");
    expect(weakVerbForms("regieren")).not.toContain("geregiert");
  });
});
