import { expect, test } from "vitest";
import type { ArticleSummary } from "@/core/article/article-summary";
import { chooseArticles } from "./choose-articles";
import { readLibraryQuery } from "./library-query";

type Facts = Partial<ArticleSummary> & { de: string | null; en: string | null; length: number };

function article(slug: string, { de, en, length, ...rest }: Facts): ArticleSummary {
  return {
    slug,
    audience: "library",
    titles: { de, en },
    subtitles: { de: null, en: null },
    minutes: { de: length, en: length - 1 },
    isFiction: false,
    ...rest,
  };
}

const shelf = [
  article("columns", {
    de: "Zwei Spalten",
    en: "Two columns",
    length: 39,
    level: "B2",
    direction: "de-en",
    isFiction: true,
  }),
  article("letter", { de: null, en: "A letter", length: 3 }),
  article("currency", {
    de: "Die Währung unter der Erde",
    en: "The currency beneath the ground",
    length: 6,
    level: "C1",
    direction: "de-en",
  }),
  article("tyre", {
    de: "Ein Loch im großen Reifen",
    en: "A hole in the tyre",
    length: 5,
    level: "A2",
    direction: "en-de",
  }),
];

function slugs(parameters: Record<string, string>) {
  return chooseArticles(shelf, readLibraryQuery(parameters), "de").map(({ slug }) => slug);
}

test("without a query everything stands in the order it came in", () => {
  expect(slugs({})).toEqual(["columns", "letter", "currency", "tyre"]);
});

test.each([
  [{ level: "B2" }, ["columns"]],
  [{ kind: "fiction" }, ["columns"]],
  [{ kind: "nonfiction" }, ["letter", "currency", "tyre"]],
  [{ original: "de" }, ["columns", "currency"]],
  [{ original: "en" }, ["tyre"]],
  [{ original: "de", kind: "nonfiction" }, ["currency"]],
  [{ level: "A1" }, []],
])("%j leaves %j", (parameters, expected) => {
  expect(slugs(parameters)).toEqual(expected);
});

test.each([["währung"], ["WAHRUNG"], ["waehrung erde"], ["ground currency"]])(
  "%j finds the title with an umlaut, in either language and any order of words",
  (q) => {
    expect(slugs({ q })).toEqual(["currency"]);
  },
);

test.each([["groß"], ["gross"]])("%j finds ß", (q) => {
  expect(slugs({ q })).toEqual(["tyre"]);
});

test("a word that no title holds finds nothing", () => {
  expect(slugs({ q: "currency tyre" })).toEqual([]);
});

test("the shortest comes first", () => {
  expect(slugs({ order: "shortest" })).toEqual(["letter", "tyre", "currency", "columns"]);
});

test("the easiest comes first, and what has no level last", () => {
  expect(slugs({ order: "level" })).toEqual(["tyre", "columns", "currency", "letter"]);
});
