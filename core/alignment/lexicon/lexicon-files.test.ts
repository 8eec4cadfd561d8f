import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const files = ["german-english.tsv", "german-forms.tsv", "english-forms.tsv"].map((name) => ({
  name,
  lines: linesOf(name),
}));

/** The lines of a file that hold an entry; a file ends in exactly one line break. */
function linesOf(name: string): readonly string[] {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text
    .replace(/\n$/, "")
    .split("\n")
    .filter((line) => !line.startsWith("#"));
}

function headwordOf(line: string): string {
  return line.slice(0, line.indexOf("\t"));
}

function entriesOf(line: string): readonly string[] {
  return line.slice(line.indexOf("\t") + 1).split("; ");
}

describe.each(files)("$name", ({ lines }) => {
  test("has on every line a headword, one tab and entries separated by a semicolon and a space", () => {
    const entry = "[^\\t;#\\s](?:[^\\t;]*[^\\t;\\s])?";
    const wellFormed = new RegExp(`^${entry}\\t${entry}(?:; ${entry})*$`, "u");
    expect(lines.filter((line) => !wellFormed.test(line))).toEqual([]);
  });

  test("has no headword twice", () => {
    const seen = new Set<string>();
    const twice = lines.map(headwordOf).filter((headword) => {
      if (seen.has(headword)) return true;
      seen.add(headword);
      return false;
    });
    expect(twice).toEqual([]);
  });

  test("says nothing twice in a line", () => {
    expect(lines.filter((line) => new Set(entriesOf(line)).size < entriesOf(line).length)).toEqual(
      [],
    );
  });

  test("has no line longer than 200 characters and no invisible characters", () => {
    expect(lines.filter((line) => line.length > 200)).toEqual([]);
    expect(lines.filter((line) => /[\p{Cf}\u00a0]| {2}/u.test(line))).toEqual([]);
  });

  test("is written in composed characters", () => {
    expect(lines.filter((line) => line !== line.normalize("NFC"))).toEqual([]);
  });
});

describe("the German–English lexicon", () => {
  const lines = linesOf("german-english.tsv");

  test("holds at least 9,000 German headwords and 15,000 pairs, in less than 400 KB", () => {
    const bytes = Buffer.byteLength(lines.join("\n"));
    expect(lines.length).toBeGreaterThanOrEqual(9_000);
    expect(lines.flatMap(entriesOf).length).toBeGreaterThanOrEqual(15_000);
    expect(bytes).toBeLessThan(400_000);
  });

  test.each([
    ["darstellen", "represent"],
    ["Vertrag", "contract"],
    ["jedoch", "however"],
    ["Mittwoch", "Wednesday"],
    ["zwölf", "twelve"],
    ["Milliarde", "billion"],
    ["Bundestagswahl", "federal election"],
    ["französisch", "French"],
    ["Verteidigung", "defense"],
  ])("knows that %s may be %s", (german, english) => {
    const line = lines.find((candidate) => headwordOf(candidate) === german) ?? "";
    expect(entriesOf(line)).toContain(english);
  });

  test("is ordered by the German alphabet, so that a person finds the place for a new line", () => {
    const { compare } = new Intl.Collator("de");
    const headwords = lines.map(headwordOf);
    const misplaced = headwords.filter(
      (headword, index) => index > 0 && compare(headwords[index - 1] ?? "", headword) > 0,
    );
    expect(misplaced).toEqual([]);
  });
});
