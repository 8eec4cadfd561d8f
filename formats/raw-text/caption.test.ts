import { expect, test } from "vitest";
import { isCaption } from "./caption";

test.each([
  "Abb. 3: Die Pumpe im Winter",
  "Abbildung 12 – Das alte Siel",
  "Foto: Anna Berg",
  "Tabelle 2.1: Pegelstände",
  "Figure 2. The pump in winter",
  "Photo: Anna Berg",
  "(Bild: Stadtarchiv)",
])("%j belongs to a picture or a table", (line) => {
  expect(isCaption(line)).toBe(true);
});

test.each([
  "Das Bild hing schief.",
  "Tabelle und Bild stehen im Anhang.",
  "Bild 7 hing schief an der Wand.",
  "Photographs were rare.",
  "Figures do not lie.",
])("%j is text", (line) => {
  expect(isCaption(line)).toBe(false);
});
