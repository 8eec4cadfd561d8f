import { expect, test } from "vitest";
import { identifyLanguage, languageEvidence } from "./identify-language";

test.each([
  ["Der Hafen liegt still, und niemand weiß, warum.", "de"],
  ["The harbour lies quiet, and nobody knows why.", "en"],
  ["Expertin für internationale Beziehungen", "de"],
  ["Expert in international relations", "en"],
  ["Fünf Schiffe, keine Ladung", "de"],
  ["Five ships, no cargo", "en"],
  ["Im März unterzeichnete Minister Smith in Washington ein Abkommen.", "de"],
  ["9 Uhr Eröffnung", "de"],
  ["9:00 am Opening", "en"],
  ["12.30pm Lunch", "en"],
  ["15:30 am Samstag", "de"],
  ["In March, Minister Müller signed an agreement in Düsseldorf.", "en"],
])("hears the language of %j", (text, language) => {
  expect(identifyLanguage(text).language).toBe(language);
});

test("is surer of a sentence than of a name", () => {
  const sentence = identifyLanguage("Die Fischer kamen mit leeren Netzen zurück.");
  const name = identifyLanguage("Anna Berg");
  expect(sentence.confidence).toBeGreaterThan(0.95);
  expect(name.confidence).toBeLessThan(0.75);
});

test("finds few words of either language in a third", () => {
  const french = languageEvidence(
    "Le port est calme et personne ne sait pourquoi les bateaux ne sont pas revenus hier soir.",
  );
  expect((french.germanWords + french.englishWords) / french.words).toBeLessThan(0.25);
});
