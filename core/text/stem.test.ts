import { expect, test } from "vitest";
import { stemEnglish } from "./stem-english";
import { stemGerman } from "./stem-german";

test.each([
  ["Minister Ministern Ministers"],
  ["Haus Hauses Häuser Häusern"],
  ["Ergebnis Ergebnisse Ergebnissen"],
  ["Jahr Jahre Jahren Jahres"],
  ["wichtig wichtige wichtigen wichtigste wichtigsten"],
  ["Straße Straßen Strasse"],
  ["Auto Autos"],
  ["Regel Regeln"],
])("brings the German forms %s together", (forms) => {
  const stems = forms.split(" ").map((form) => stemGerman(form.toLowerCase()));
  expect(new Set(stems).size).toBe(1);
});

test.each([
  ["minister ministers minister's"],
  ["make makes making"],
  ["plan plans planned planning"],
  ["study studies studied studying"],
  ["box boxes"],
  ["use uses used using"],
  ["house houses housed"],
  ["agree agrees agreed"],
])("brings the English forms %s together", (forms) => {
  expect(new Set(forms.split(" ").map(stemEnglish)).size).toBe(1);
});

test.each([
  ["Regierung", "regieren"],
  ["Mine", "Minister"],
  ["Macht", "machen"],
])("keeps %s and %s apart", (a, b) => {
  expect(stemGerman(a.toLowerCase())).not.toBe(stemGerman(b.toLowerCase()));
});

test.each([
  ["this", "thing"],
  ["business", "busy"],
  ["king", "kin"],
])("keeps %s and %s apart in English", (a, b) => {
  expect(stemEnglish(a)).not.toBe(stemEnglish(b));
});
