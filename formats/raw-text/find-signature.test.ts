import { expect, test } from "vitest";
import { countSignatureLines } from "./find-signature";

test.each([
  ["a name and what the person does", ["Der Text endet hier.", "Anna Berg, Journalistin"], 1],
  [
    "a remark in brackets below the name",
    ["Der Text endet hier.", "Anna Berg", "(Preisträgerin von 2020)"],
    2,
  ],
  ["a date before the name", ["Der Text endet hier.", "6. April / Anna Berg, Journalistin"], 1],
  ["a credit", ["Der Text endet hier.", "Übersetzung: Anna Berg", "Foto: Kim"], 2],
  [
    "a sentence about the author, which is text",
    ["Der Text endet hier.", "Anna Berg ist Journalistin in Kiel."],
    0,
  ],
  ["a sentence in brackets, which is text", ["Der Text endet hier.", "(Niemand sah es.)"], 0],
  ["names alone, the first of which stays text", ["Anna Berg", "Kim Berg"], 1],
])("counts %s", (_, lines, count) => {
  expect(countSignatureLines(lines, "de")).toBe(count);
});
