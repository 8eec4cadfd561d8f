import { expect, test } from "vitest";
import { articleSideText } from "@/core/annotation/article-side-text";
import { languages } from "@/core/article/language";
import { deleteEveryThird, editSide } from "./edit-side";
import { readArticle } from "./read-article";
import { type DrillResult, runEditDrill } from "./run-edit-drill";
import { seededRandom } from "./seeded-random";

const article = await readArticle("content/vom-warten");

test("after a hand's edits at least 97 of 100 passages are where they belong, and none is silently wrong", () => {
  const result = runEditDrill(article, 1, 300, "random");
  const all = languages.flatMap((language) => result[language]);
  expect(all).toHaveLength(600);
  expect(wrongOf(result)).toEqual([]);
  expect(all.filter(({ verdict }) => verdict === "right").length).toBeGreaterThanOrEqual(582);
  expect(all.filter(({ expected }) => expected === null).length).toBeGreaterThan(100);
  expect(all.filter(({ expected }) => expected !== null).length).toBeGreaterThan(300);
});

test("the notes of paragraphs that were deleted are orphaned, every one of them", () => {
  const result = runEditDrill(article, 2, 300, "every-third-deleted");
  expect(wrongOf(result)).toEqual([]);
  for (const language of languages) {
    const gone = goneBlocks(language);
    const notes = result[language].filter(({ anchor }) => gone.has(anchor.start.block));
    expect(notes.length).toBeGreaterThan(50);
    expect(notes.filter(({ placedOn }) => placedOn !== null)).toEqual([]);
  }
});

test("every letter of the edited text comes from where the drill says", () => {
  const before = articleSideText(article, "de");
  for (const { text, origins } of editSide(article, "de", seededRandom(3))) {
    expect(origins).toHaveLength(text.length);
    origins.forEach((origin, at) => {
      if (origin !== null) expect(before.text.charAt(origin)).toBe(text.charAt(at));
    });
  }
});

function wrongOf(result: DrillResult) {
  return languages.flatMap((language) =>
    result[language].filter(({ verdict }) => verdict === "wrong"),
  );
}

function goneBlocks(language: "de" | "en"): ReadonlySet<string> {
  const kept = new Set(deleteEveryThird(article, language).map(({ node }) => node));
  return new Set(
    article.sides[language].blocks.filter(({ node }) => !kept.has(node)).map(({ id }) => id),
  );
}
