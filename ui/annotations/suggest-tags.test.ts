import { expect, test } from "vitest";
import { suggestTags } from "./suggest-tags";

const known = ["Wortwahl", "Zahl", "gute Wahl", "Satzbau"];

function offered(text: string, chosen: readonly string[] = []) {
  return suggestTags(text, known, chosen).map(({ name, isNew }) => (isNew ? `+${name}` : name));
}

test("an empty field offers what is known, in its order, without what is there already", () => {
  expect(offered("", ["zahl"])).toEqual(["Wortwahl", "gute Wahl", "Satzbau"]);
});

test("the beginning of a tag counts most, then that of a word, then any place", () => {
  expect(offered("wa")).toEqual(["gute Wahl", "Wortwahl", "+wa"]);
  expect(offered("z")).toEqual(["Zahl", "Satzbau", "+z"]);
});

test("what is known, or there already, is not offered as new", () => {
  expect(offered("WORTWAHL")).toEqual(["Wortwahl"]);
  expect(offered("Rand", ["rand"])).toEqual([]);
});
