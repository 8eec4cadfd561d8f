import { expect, test } from "vitest";
import { stemGerman } from "../text/stem-german";
import { indexTerms, searchQuery } from "./terms";

const known = new Set(
  ["Rohstoff", "Politik", "Mine", "Wahl", "Wort", "Außen"].map((word) =>
    stemGerman(word.toLowerCase()),
  ),
);

/** Whether a text in either language is found by a question. */
function finds(question: string, text: string): boolean {
  const terms = indexTerms(text, ["de", "en"], (stem) => known.has(stem));
  const query = searchQuery(question);
  return query.every((group) =>
    group.some(({ term, isPrefix }) =>
      isPrefix ? [...terms].some((one) => one.startsWith(term)) : terms.has(term),
    ),
  );
}

test.each([
  ["Minen", "Eine Mine wurde eröffnet."],
  ["Mine", "Neue Minen in Chile"],
  ["Politik", "Die Rohstoffpolitik der Union"],
  ["Rohstoff", "Die Rohstoffpolitik der Union"],
  ["Rohstoffpolitik", "Die Rohstoffpolitik der Union"],
  ["Außenpolitik", "ein Stück Außenpolitik"],
  ["aussenpolitik", "ein Stück Außenpolitik"],
  ["einsetzen", "Washington setzt den Fonds dafür ein."],
  ["einsetzen", "Man setzte Maschinen ein, und es half."],
  ["mines", "Every new mine shifts a piece"],
  ["shifting piece", "Every new mine shifts a piece"],
  ["Roh*", "Die Rohstoffpolitik der Union"],
  ["1.000", "ordered 1,000 permits"],
])("%s finds %s", (question, text) => {
  expect(finds(question, text)).toBe(true);
});

test.each([
  ["Mine", "Der Minister reist ab."],
  ["Mine Union", "Eine Mine wurde eröffnet."],
  ["Roh", "Die Rohstoffpolitik der Union"],
  ["abreisen", "Der Zug fährt ein."],
])("%s does not find %s", (question, text) => {
  expect(finds(question, text)).toBe(false);
});

test("a question without words asks for nothing", () => {
  expect(searchQuery(" – … ' & | ! * ")).toEqual([]);
});

test("no word is too long for the index", () => {
  const [term] = [...indexTerms("x".repeat(100_000), ["de"], () => false)];
  expect(term?.length).toBeLessThanOrEqual(203);
});
