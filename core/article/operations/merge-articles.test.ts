import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../article";
import { brokenInvariant } from "../broken-invariant";
import { blockText } from "../content";
import { applyOperation } from "./apply-operation";
import { type Choice, choice, chooseOperation, generatedArticle } from "./generated-operations";
import { compareForMerge, mergeArticles } from "./merge-articles";

const stamp = { by: "ada", at: "2026-11-22T20:00:00.000Z" };

function edited(start: Article, choices: readonly Choice[]): Article {
  let article = start;
  for (const each of choices) {
    const result = applyOperation(article, chooseOperation(article, each), stamp);
    if (result.ok) article = result.article;
  }
  return article;
}

const edits = fc.array(choice, { maxLength: 6 });
const runs = { numRuns: 150 };

test("whatever two editors do, and whatever is chosen, the merged article is sound", () => {
  fc.assert(
    fc.property(
      generatedArticle,
      edits,
      edits,
      fc.array(fc.constantFrom("mine", "theirs"), { maxLength: 9 }),
      (base, a, b, choices) => {
        const [mine, theirs] = [edited(base, a), edited(base, b)];
        expect(brokenInvariant(mergeArticles(base, mine, theirs, choices))).toBeNull();
      },
    ),
    runs,
  );
});

test("where only one of them changed anything, that is what comes out", () => {
  fc.assert(
    fc.property(generatedArticle, edits, (base, a) => {
      const changed = edited(base, a);
      const texts = ({ sides }: Article) =>
        [...sides.de.blocks, ...sides.en.blocks].map(({ node }) => blockText(node));
      expect(mergeArticles(base, base, changed, [])).toEqual(changed);
      expect(texts(mergeArticles(base, changed, base, []))).toEqual(texts(changed));
    }),
    runs,
  );
});

test("two editors of different rows are in nobody's way", () => {
  fc.assert(
    fc.property(generatedArticle, (base) => {
      const [first, last] = [base.rows[0], base.rows.at(-1)];
      const ids = (row: typeof first) => [...(row?.de ?? []), ...(row?.en ?? [])];
      const sentence = (article: Article, row: typeof first) =>
        [...article.sides.de.blocks, ...article.sides.en.blocks].find(({ id }) =>
          ids(row).includes(id),
        )?.sentences[0]?.id;
      const [a, b] = [sentence(base, first), sentence(base, last)];
      if (!a || !b || first === last) return;
      const verify = (id: string) =>
        applyOperation(base, { kind: "set-status", sentences: [id], status: "verified" }, stamp);
      const [mine, theirs] = [verify(a), verify(b)];
      if (!mine.ok || !theirs.ok) return;
      const kinds = compareForMerge(base, mine.article, theirs.article).map(({ kind }) => kind);
      expect(kinds).not.toContain("conflict");
      const merged = mergeArticles(base, mine.article, theirs.article, []);
      const verified = merged.beads.filter(({ status }) => status === "verified");
      expect(verified.flatMap(({ de, en }) => [...de, ...en])).toEqual(
        expect.arrayContaining([a, b]),
      );
    }),
    runs,
  );
});
