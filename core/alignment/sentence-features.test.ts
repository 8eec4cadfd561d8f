import { expect, test } from "vitest";
import { sentenceFeatures } from "./sentence-features";

function shared(german: string, english: string): string[] {
  const features = new Set(sentenceFeatures(english, "en"));
  return sentenceFeatures(german, "de").filter((feature) => features.has(feature));
}

test.each([
  ["numbers in either notation", "Es waren 1.000,5 Tonnen.", "It was 1,000.5 tons.", "#1000.5"],
  ["names with and without diacritics", "Husić kam.", "Husic came.", "=husic"],
  ["cognates", "Kobalt und Öl", "cobalt and oil", "~koba"],
  ["acronyms with and without stops", "Die USA und die EU", "The U.S.A. and the E.U.", "=usa"],
  ["question marks", "Wer?", "Who?", "?"],
  ["quotation marks of both kinds", "„Nein“", "“No”", '"'],
])("shares %s", (_, german, english, feature) => {
  expect(shared(german, english)).toContain(feature);
});

test("shares nothing through words that only look alike", () => {
  expect(shared("Also war die Not gut, man will was.", "Also was the war, man will die.")).toEqual(
    [],
  );
});
