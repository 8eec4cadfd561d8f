import { expect, test } from "vitest";
import { readGlossaryCsv } from "./read-glossary-csv";
import { writeGlossaryCsv } from "./write-glossary-csv";

const entries = [
  { de: "Betriebsrat", en: "works council", note: "" },
  { de: "Übergabe, förmliche", en: "formal handover", note: 'sagt die „Zentrale" so\nimmer' },
  { de: "-fach", en: "-fold", note: "" },
];

test("what is written is read back, with commas, quotation marks and line breaks in it", () => {
  expect(readGlossaryCsv(writeGlossaryCsv(entries))).toEqual({ ok: true, entries });
});

test("what a spreadsheet would take for a formula is written as text", () => {
  expect(writeGlossaryCsv([{ de: "=1+1", en: "@x", note: "" }])).toContain("'=1+1,'@x,");
});

test.each([
  ["semicolons", "Deutsch;Englisch\nBetriebsrat;works council\n"],
  ["tabs and no heading", "Betriebsrat\tworks council\n"],
  ["English first", "en,de\nworks council,Betriebsrat\n"],
  ["empty lines", "de,en\n\nBetriebsrat,works council\n,\n"],
])("a table with %s is read", (_, source) => {
  expect(readGlossaryCsv(source)).toEqual({
    ok: true,
    entries: [{ de: "Betriebsrat", en: "works council", note: "" }],
  });
});

test("a line without a translation is named, and nothing is taken", () => {
  expect(readGlossaryCsv("de,en\nHaus,house\nHof,\n")).toEqual({
    ok: false,
    reason: "unreadable",
    line: 3,
  });
});

test("a quotation mark that never ends is named by its line", () => {
  expect(readGlossaryCsv('de,en\nHaus,"house\n')).toMatchObject({
    ok: false,
    reason: "unreadable",
  });
});
