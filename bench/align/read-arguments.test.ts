import { expect, test } from "vitest";
import { readArguments } from "./read-arguments";

test("reads where the data is, the lexicon, one document and how to print", () => {
  const argv = ["--data", "other", "--lexicon", "built-in", "--case", "one", "--json"];
  expect(readArguments(argv)).toEqual({
    ok: true,
    wanted: { folder: "other", layer: "built-in", caseName: "one", isJson: true },
  });
});

test.each([
  [["--lexicon", "huge"], "There is no lexicon huge."],
  [["--lexicon"], "--lexicon needs a value."],
  [["--data", "--json"], "--data needs a value."],
  [["--date", "other"], "There is no option --date."],
  [["other"], "There is no option other."],
])("says in words what is wrong with %j", (argv, problem) => {
  expect(readArguments(argv)).toEqual({ ok: false, problem });
});
