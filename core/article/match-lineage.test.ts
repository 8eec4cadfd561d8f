import fc from "fast-check";
import { expect, test } from "vitest";
import { type Lineage, matchLineage } from "./match-lineage";

function lineageOf(olds: readonly string[], news: readonly string[]): Lineage {
  const items = (texts: readonly string[]) => texts.map((text) => ({ key: text, text }));
  return matchLineage(items(olds), items(news));
}

const river = "The river carries more water in spring than in any other season.";
const lamp = "A lamp was burning in the office at the end of the pier.";
const copper = "Copper is bought by the ton and sold by the ounce, said the man.";

test.each<[string, string[], string[], (number | null)[], number[][]]>([
  ["nothing changed", [river, lamp], [river, lamp], [0, 1], [[], []]],
  ["a new one", [river, lamp], [river, copper, lamp], [0, null, 1], [[], [], []]],
  ["one is gone", [river, copper, lamp], [river, lamp], [0, 2], [[], []]],
  ["they changed places", [river, copper, lamp], [lamp, river, copper], [2, 0, 1], [[], [], []]],
  ["a word changed", [river, lamp], [river, lamp.replace("burning", "shining")], [0, 1], [[], []]],
  ["a rewritten paragraph is a new one", [river, lamp], [river, copper], [0, null], [[], []]],
  [
    "a split: the larger part is the heir",
    [`${river} ${copper} Yes, he did.`],
    [river, `${copper} Yes, he did.`],
    [null, 0],
    [[], []],
  ],
  [
    "a merge: the larger one is continued",
    [lamp, `${river} Always.`],
    [`${lamp} ${river} Always.`],
    [1],
    [[0]],
  ],
  ["a short one that is gone was not merged", ["The pier.", lamp], [`${lamp} It did.`], [1], [[]]],
  [
    "one that moved and was changed",
    [copper, river, lamp],
    [river, lamp, copper.replace("ton", "pound")],
    [1, 2, 0],
    [[], [], []],
  ],
  [
    "of two equal ones the first is gone: the other is told by what follows it",
    ["Dear Ann,", river, "Dear Ann,", lamp],
    [river, "Dear Ann,", lamp],
    [1, 2, 3],
    [[], [], []],
  ],
  [
    "of two equal ones one is left, and its neighbours disagree which",
    [copper, "Dear Ann,", river, "Dear Ann,", lamp],
    [copper, "Dear Ann,", lamp],
    [0, null, 4],
    [[], [], []],
  ],
  [
    "equal ones that have another neighbour now are not guessed at",
    ["Dear Ann,", river, "Dear Ann,", lamp],
    ["Dear Ann,", lamp, "Dear Ann,", river],
    [null, 3, null, 1],
    [[], [], [], []],
  ],
  [
    "two that say nearly the same: one is gone, and was not merged into the other",
    [`${river} Yes.`, `${river} ${lamp}`, copper],
    [`${river} Yes, ${lamp}`, copper],
    [1, 2],
    [[], []],
  ],
  [
    "one that was doubled may be either half",
    [river, lamp],
    [`${river} ${river}`, lamp],
    [null, 1],
    [[], []],
  ],
  [
    "of two equal ones one is gone: a copy of the other is not taken for it",
    [copper, river, lamp, copper],
    [copper, river, "Listen:", copper, "And so on."],
    [0, 1, null, null, null],
    [[], [], [], [], []],
  ],
  [
    "what stood there word for word is not another one that was changed",
    [lamp, river, `He read: “${river}”`],
    [lamp, "And so on.", river, "Listen:", river],
    [0, null, 1, null, null],
    [[], [], [], [], []],
  ],
  [
    "a few words that stand in another text as well are not a part of it",
    [lamp, "The third column", copper],
    [lamp, "Our third column", `${river} Beside it, in the third column, stood the date.`],
    [0, 1, null],
    [[], [], []],
  ],
  ["without words", ["* * *", "–"], ["* * *", "…"], [0, null], [[], []]],
])("%s", (_, olds, news, from, merged) => {
  expect(lineageOf(olds, news)).toEqual({ from, merged });
});

const texts = fc.array(fc.constantFrom(river, lamp, copper, `${river} ${lamp}`, "x", ""), {
  maxLength: 8,
});

test("an old text lives on in one new text at most", () => {
  fc.assert(
    fc.property(texts, texts, (olds, news) => {
      const { from, merged } = lineageOf(olds, news);
      const used = [...from.filter((o) => o !== null), ...merged.flat()];
      expect(new Set(used).size).toBe(used.length);
      expect(used.every((o) => o >= 0 && o < olds.length)).toBe(true);
    }),
  );
});
