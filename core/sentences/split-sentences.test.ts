import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../article/language";
import { splitSentences } from "./split-sentences";

/** The fixtures mark sentence ends with "|". */
function expectSplit(marked: string, language: Language) {
  const expected = marked.split("|");
  expect(splitSentences(expected.join(" "), language).map((sentence) => sentence.trim())).toEqual(
    expected,
  );
}

describe("German", () => {
  test.each([
    ["plain sentences", "Der Hafen schläft.|Die Möwen nicht."],
    ["every kind of end mark", "Wirklich?|Ja!|Gut …|Also los."],
    ["a spaced abbreviation", "Metalle, z. B. Kobalt und Nickel, sind knapp.|Das weiß jeder."],
    ["a joined abbreviation", "Metalle, z.B. Kobalt, sind knapp."],
    ["titles", "Frau Prof. Dr. Berg kam mit Hrn. bzw. Fr. Dr. Kurz."],
    ["an abbreviation before a noun", "Er nannte u. a. Kupfer, vgl. Bd. Eins."],
    ["usw. within a sentence", "Schiffe, Kräne usw. Anlagen des Hafens ruhten."],
    ["usw. at the end", "Es gab Fisch, Brot usw.|Die Gäste gingen."],
    ["a date", "Am 3. Oktober kam das Schiff."],
    ["an ordinal before a noun", "Im 19. Jahrhundert war das anders."],
    ["a number at the end", "Sie zählte bis 12.|Dann schlief sie."],
    ["a year at the end", "So war es 1998.|Heute ist es anders."],
    ["a numbered ruler", "Ludwig XIV. Kapelle spielte."],
    ["initials", "J. S. Bach und Johann W. Goethe trafen sich nie."],
    ["an initial at the end", "Angeklagt ist Michael S.|Er schweigt."],
    ["thousands and decimals", "Es waren 1.000,5 Tonnen, also 3.5 je Tag."],
    ["German quotes", "„Komm.“|„Nein!“|„Warum?“ fragte er."],
    ["chevrons", "»Komm.«|»Nein.«|Er ging."],
    ["a quote, then speech in lower case", "„Wer da?“ rief sie in die Nacht."],
    ["single quotes", "Er sagte: ‚Genug.‘|Dann schwieg er."],
    ["an ellipsis in the sentence", "Er wartete … und wartete."],
    ["an ellipsis at the end", "Er wartete …|Niemand kam."],
    ["brackets around a sentence", "Das Wehr brach.|(Niemand sah es.)|Am Morgen war Ebbe."],
    ["an exclamation in brackets", "Der (angeblich geheime!) Bericht lag offen."],
    ["a dash after an exclamation", "Er kam – endlich! – und blieb."],
    ["a colon", "Es bleibt dabei: Wer zahlt, bestimmt."],
    ["a lower-case word after a stop", "Die gem. verwaltete Bucht gehört allen."],
    ["an address on the web", "Siehe https://hafen.example/a.b?c=D.|Ende offen."],
    ["a question mark within an address", "Unter hafen.example/suche?wort=Ebbe steht mehr."],
    ["a sentence end glued to the next word", "Eine Ansicht, in derDer Hafen zählt.Danach nichts."],
    ["a numbered reference", "Siehe Nr. 5 und Art. 3 sowie S. 12 unten."],
    ["a list number", "1. Die Schleuse öffnet sich."],
    ["a footnote number after the stop", "Die Flut kam.[3]|Sie blieb."],
    ["a raised footnote number after the quote", "„Die Flut kommt.“²|Sie blieb."],
    ["a plain number before an adjective", "Wind Südwest, 3.|Klare Sicht, kein Schiff."],
    ["a date after a weekday", "Am Montag, 3. Oktober Abends im Hafen, war Ebbe."],
    ["a plain number before a number in words", "Wind Südwest, 3.|Zwei Dampfer, sechs Segler."],
    ["a quote before a sentence about speech", "„Es ist spät.“|Er sagte es leise."],
  ])("keeps %s", (_, marked) => expectSplit(marked, "de"));
});

describe("English", () => {
  test.each([
    ["plain sentences", "The harbour sleeps.|The gulls do not."],
    ["U.S. within a sentence", "The U.S. Navy left.|Nobody waved."],
    ["U.S. at the end", "He went back to the U.S.|The harbour stayed."],
    ["U.S. before a lower-case word", "The U.S. would gain access."],
    ["titles", "Mr. Smith met Dr. Berg and Gen. Lee."],
    ["a date", "On April 6, 2025, it was cold.|It rained."],
    ["a number at the end", "She counted to 12.|Then she slept."],
    ["initials", "J. R. R. Tolkien and John F. Kennedy never met."],
    ["etc. at the end", "Fish, bread, etc.|The guests left."],
    ["a company", "Tidal Power Inc. Chairman Jones resigned."],
    ["a numbered reference", "See No. 5 and p. 12 below."],
    ["decimals", "It weighed 1,000.5 tonnes, or 3.5 a day."],
    ["quotes", "“Come.”|“No!”|“Why?” he asked."],
    ["a sentence about speech after a quote", "“Stop!”|He said it twice."],
    ["a name and a verb of speech after a question", "“Why now?” Anna Berg asked."],
    ["an ellipsis at the end", "He waited …|Nobody came."],
    ["a time of day", "At 5 p.m. Berlin slept.|At 6 a.m.|The alarm rang."],
    ["a lower-case word after a question mark", "The Who? question was never asked."],
  ])("keeps %s", (_, marked) => expectSplit(marked, "en"));
});

test("loses nothing: joining the sentences gives back the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      ". ",
      "! ",
      "?“ ",
      "… ",
      "z. B. ",
      "3. Oktober",
      "\n",
      "\u00A0",
      " – ",
      "(",
      ") ",
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece),
      fc.constantFrom("de" as const, "en" as const),
      (pieces, language) => {
        const text = pieces.join("");
        const sentences = splitSentences(text, language);
        expect(sentences.join("")).toBe(text);
        expect(sentences.every((sentence) => sentence.length > 0)).toBe(true);
      },
    ),
  );
});

test("splits a text of two megabytes in one line in a few seconds", () => {
  const text = "Die Flut kam um 3. Oktober herum, z. B. am Kai. ".repeat(42_000);
  const start = performance.now();
  expect(splitSentences(text, "de")).toHaveLength(42_000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
