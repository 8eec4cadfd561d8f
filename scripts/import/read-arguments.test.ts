import { describe, expect, test } from "vitest";
import { readArguments } from "./read-arguments";

describe("readArguments", () => {
  test("reads file and options in any order", () => {
    expect(
      readArguments(["--json", "a.txt", "--slug", "the-tide-2", "--dry-run", "--lang=de"]),
    ).toEqual({
      ok: true,
      arguments: {
        files: ["a.txt"],
        slug: "the-tide-2",
        isDryRun: true,
        isPublished: false,
        isJson: true,
        language: "de",
      },
    });
  });

  test("takes what follows -- for a file", () => {
    expect(readArguments(["--", "--json"])).toMatchObject({
      ok: true,
      arguments: { files: ["--json"], isJson: false },
    });
  });

  test.each([
    ["no file", [], "file-missing", ""],
    ["three files", ["a.txt", "b.txt", "c.txt"], "too-many-files", "c.txt"],
    ["an unknown option", ["a.txt", "--fast"], "option-unknown", "--fast"],
    ["an option that every object has", ["a.txt", "--toString"], "option-unknown", "--toString"],
    ["a value where none belongs", ["a.txt", "--json=yes"], "option-unknown", "--json=yes"],
    ["a slug without a value", ["a.txt", "--slug"], "value-missing", "--slug"],
    ["a slug that swallows an option", ["a.txt", "--slug", "--json"], "value-missing", "--slug"],
    ["a slug with a path in it", ["a.txt", "--slug", "../secret"], "slug-invalid", "../secret"],
    ["a language nobody speaks here", ["a.txt", "--lang", "fr"], "language-unknown", "fr"],
  ])("refuses %s", (_, argv, reason, argument) => {
    expect(readArguments(argv)).toEqual({ ok: false, problem: { reason, argument } });
  });

  test("keeps the wanted language to tell a problem in", () => {
    expect(readArguments(["--lang", "de"])).toMatchObject({ ok: false, language: "de" });
  });
});
