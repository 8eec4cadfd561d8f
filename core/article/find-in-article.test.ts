import { expect, test } from "vitest";
import { findInArticle, indexArticle } from "./find-in-article";
import { newArticle } from "./new-article";

const german = [
  "Die Minen liegen tief. ",
  "Der Minister schweigt. ",
  "Der Rohstoff ist knapp, die Politik zögert. ",
  "Rohstoffpolitik setzt man selten ein.",
];
const english = [
  "The mines lie deep. ",
  "The minister says nothing. ",
  "The raw material is scarce, politics hesitates. ",
  "Mineral policy is rarely put to use.",
];
const index = indexArticle(
  newArticle(
    {
      de: { frontMatter: {}, paragraphs: [german.slice(0, 2), german.slice(2)] },
      en: { frontMatter: {}, paragraphs: [english.slice(0, 2), english.slice(2)] },
    },
    german.map((_, at) => ({ de: [at], en: [at], probability: 0.9 })),
  ),
);

test.each([
  ["Mine", [0]],
  ["Minister", [1]],
  ["rohstoff", [2, 3]],
  ["einsetzen", [3]],
  ["mines", [0]],
  ["scarce", [2]],
  ["rohstoff politik", [2, 3]],
  ["mineral", [3]],
  ["Bagger", []],
  ["  …  ", []],
])("%j is found where a form of it stands, in either language", (question, expected) => {
  const found = findInArticle(index, question);
  expect(found.map(({ text, counterpart }) => [text, counterpart].sort())).toEqual(
    expected.map((at) => [german[at]?.trim(), english[at]?.trim()].sort()),
  );
});

test("a hit names its row and the side and sentence to go to", () => {
  expect(findInArticle(index, "hesitates")).toEqual([
    {
      row: "r2",
      side: "en",
      sentence: "es3",
      text: english[2]?.trim(),
      counterpart: german[2]?.trim(),
    },
  ]);
});
