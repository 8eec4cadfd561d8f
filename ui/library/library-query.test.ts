import { expect, test } from "vitest";
import { isFiltered, libraryPath, readLibraryQuery } from "./library-query";

const nothing = readLibraryQuery({});

test("an address without parameters asks for everything, newest first", () => {
  expect(nothing).toEqual({
    level: null,
    kind: null,
    original: null,
    reading: null,
    q: "",
    order: "newest",
  });
  expect(isFiltered(nothing)).toBe(false);
  expect(libraryPath(nothing)).toBe("/");
});

test.each([
  ["/?level=B2&kind=fiction"],
  ["/?original=en&reading=begun&q=sky+night&order=shortest"],
  ["/?order=level"],
])("reading %s and writing it again changes nothing", (path) => {
  const parameters = Object.fromEntries(new URLSearchParams(path.slice(2)));
  expect(libraryPath(readLibraryQuery(parameters))).toBe(path);
});

test.each([
  [{ level: "D9" }],
  [{ kind: "poem", original: "fr", reading: "", order: "random" }],
  [{ q: "x".repeat(101) }],
  [{ q: { nested: "1" } }],
])("%j asks for nothing that the library knows", (parameters) => {
  expect(readLibraryQuery(parameters)).toEqual(nothing);
});

test("a parameter that is given twice counts once", () => {
  expect(readLibraryQuery({ level: ["A2", "B1"] }).level).toBe("A2");
});

test("an order alone leaves no article out", () => {
  expect(isFiltered(readLibraryQuery({ order: "shortest" }))).toBe(false);
  expect(isFiltered(readLibraryQuery({ q: "sky" }))).toBe(true);
});
