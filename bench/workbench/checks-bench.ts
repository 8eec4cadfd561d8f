import { performance } from "node:perf_hooks";
import type { Article } from "@/core/article/article";
import { newArticle } from "@/core/article/new-article";
import { checkArticle } from "@/core/checks/check-article";
import { rowsOfArticle } from "@/core/checks/rows-of-article";
import { loadLexicon } from "@/scripts/dictionary/load-lexicon";
import { plantedErrorSchema } from "../checks/planted-error";
import { readLines } from "../checks/read-lines";

const rowCount = 1000;

/** What the worker of the workbench does: a row while somebody types, and a whole article; the goals are 100 ms and 1 s. */
export async function checksBench(): Promise<number> {
  const [lexiconMs, loaded] = timed(() => loadLexicon("built-in"));
  const options = { lexicon: loaded.ok ? loaded.lexicon : null };
  const article = articleOfPairs();
  // As in the workbench: all of it when it opens, which works out what is worked out once, and then a row each time somebody types.
  const [firstMs] = timed(() => checkArticle(article, options));
  const rows = article.rows.map((_, index) => {
    return timed(() => checkArticle(rowsOfArticle(article, [index]), options))[0];
  });
  const sorted = rows.toSorted((a, b) => a - b);
  console.log(`${rowCount} rows of one sentence pair each, in ms`);
  print("the lexicon, once", lexiconMs);
  print("one row, median", sorted[rowCount / 2]);
  print("one row, 99 of 100 are faster", sorted[Math.floor(rowCount * 0.99)]);
  print("one row, slowest", sorted.at(-1));
  const whole = Array.from({ length: 5 }, () => timed(() => checkArticle(article, options))[0]);
  print("the whole article, the first time", firstMs);
  print("the whole article, median of 5 more", whole.toSorted((a, b) => a - b)[2]);
  print("the article, on its way to the worker", timed(() => structuredClone(article))[0]);
  return 0;
}

/** Right and wrong pairs of the tuning half in turn. */
function articleOfPairs(): Article {
  const pairs = readLines("planted/tune.jsonl", plantedErrorSchema).filter(
    ({ de, en }) => de.trim() !== "" && en.trim() !== "",
  );
  const texts = (side: "de" | "en") =>
    Array.from({ length: rowCount }, (_, row) => [pairs[row % pairs.length]?.[side] ?? ""]);
  const beads = Array.from({ length: rowCount }, (_, row) => ({
    de: [row],
    en: [row],
    probability: 0.9,
  }));
  return newArticle(
    {
      de: { frontMatter: {}, paragraphs: texts("de") },
      en: { frontMatter: {}, paragraphs: texts("en") },
    },
    beads,
  );
}

function timed<Result>(act: () => Result): [ms: number, result: Result] {
  const start = performance.now();
  const result = act();
  return [performance.now() - start, result];
}

function print(name: string, ms = Number.NaN): void {
  console.log(`${ms.toFixed(1).padStart(9)}  ${name}`);
}
