import { expect, test } from "vitest";
import { isLabelLine } from "./label-line";

test.each([
  "ENGLISCH",
  "English version:",
  "*** Deutsch ***",
  "## German",
  "Deutsche Fassung",
  "EN",
  "(auf Englisch)",
  "Übersetzung: Englisch",
])("%j only names a language", (line) => expect(isLabelLine(line)).toBe(true));

test.each(["Englisch lernen am Hafen", "The English", "Er sprach Deutsch.", "Deutsche Bank", ""])(
  "%j is text",
  (line) => expect(isLabelLine(line)).toBe(false),
);
