import { expect, test } from "vitest";
import { findParagraphs } from "./read-cases";

test("finds the paragraph of each sentence, whatever the white space and the empty lines", () => {
  const paragraphs = ["Die Flut kam.  Sie blieb.", "", "Niemand ging. Wer auch?"];
  const sentences = ["Die Flut kam.", "Sie blieb.", "Niemand ging.", "Wer auch?"];
  expect(findParagraphs(sentences, paragraphs)).toEqual([0, 0, 2, 2]);
});
