import { performance } from "node:perf_hooks";
import type { Article } from "@/core/article/article";
import { rowStates } from "@/core/article/confidence";
import { newArticle } from "@/core/article/new-article";
import { applyOperation } from "@/core/article/operations/apply-operation";
import { findText, replaceMatches } from "@/core/article/operations/find-text";
import type { Operation } from "@/core/article/operations/operation";
import { applyPatch } from "@/core/article/operations/patch";
import { splitPoint } from "@/core/article/operations/split-point";
import { workStatistics } from "@/core/article/work-statistics";
import { readVersion } from "@/formats/version/read-version";
import { writeVersion } from "@/formats/version/write-version";
import { openInBrowser } from "./open-in-browser";

const rowCount = 5000;
const perRow = 3;
const repeats = 30;
const stamp = { by: "bench", at: "2026-01-01T00:00:00.000Z" };

/** What the workbench asks of an article of 5,000 rows: each operation, its way back, and what is drawn after it; with `--browser` how long it takes until one can work there. */
export async function workbenchBench(args: readonly string[]): Promise<number> {
  if (args.includes("--browser")) {
    console.log(`${rowCount} rows in the browser; median, least and most, in ms`);
    await openInBrowser(rowCount);
    return 0;
  }
  const article = longArticle();
  const middle = `ds${Math.floor((rowCount / 2) * perRow)}`;
  const row = article.rows[Math.floor(rowCount / 2)]?.id ?? "r1";
  const next = article.rows[Math.floor(rowCount / 2) + 1]?.id ?? "r2";
  const whole = findText(article, { text: "Kupfer", isCaseSensitive: true, sides: ["de"] }, 5000);
  const operations: readonly (Operation | null)[] = [
    { kind: "set-status", sentences: [middle], status: "verified" },
    { kind: "set-lock", sentences: [middle], isLocked: true },
    { kind: "merge-rows", rows: [row, next] },
    splitPoint(article, middle),
    { kind: "move-sentence", sentence: middle, direction: "up" },
    { kind: "link-sentences", sentences: [middle, middle.replace("d", "e"), "es7501"] },
    { kind: "unlink-sentences", sentences: [middle] },
    { kind: "split-sentence", sentence: middle, offset: 12 },
    { kind: "delete-sentences", sentences: [middle] },
    {
      kind: "insert-sentence",
      text: "Neu.",
      place: { kind: "after", sentence: middle },
      partner: null,
    },
    replaceMatches(article, whole.slice(0, 1), "Zinn"),
  ];
  console.log(`${rowCount} rows, ${article.beads.length} beads; median of ${repeats}, in ms`);
  for (const operation of operations) if (operation) report(article, operation);
  print(
    "what is drawn after each",
    median(() => [rowStates(article), workStatistics(article)]),
  );
  const files = writeVersion(article);
  print(
    "read the version from its files, once",
    timed(() => readVersion(files)),
  );
  const kept = JSON.stringify(article);
  print(
    "the same from what was kept of it",
    timed(() => JSON.parse(kept)),
  );
  return 0;
}

function report(article: Article, operation: Operation): void {
  const result = applyOperation(article, operation, stamp);
  if (!result.ok) throw new Error(`${operation.kind}: ${result.reason}`);
  print(
    operation.kind,
    median(() => applyOperation(article, operation, stamp)),
  );
  print(
    "  taken back",
    median(() => applyPatch(result.article, result.inverse)),
  );
}

function print(name: string, ms: number): void {
  console.log(`${ms.toFixed(2).padStart(9)}  ${name}`);
}

function median(act: () => unknown): number {
  const times = Array.from({ length: repeats }, () => timed(act)).sort((a, b) => a - b);
  return times[Math.floor(repeats / 2)] ?? 0;
}

function timed(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function longArticle(): Article {
  const words = [
    "Kupfer",
    "Erz",
    "Hafen",
    "Meer",
    "alt",
    "steigt",
    "und",
    "Mole",
    "Winter",
    "viel",
  ];
  const sentence = (n: number) =>
    `${Array.from({ length: 12 }, (_, i) => words[(n * 7 + i * 3) % words.length]).join(" ")} ${n}. `;
  const paragraphs = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: perRow }, (_, index) => sentence(row * perRow + index)),
  );
  const side = { frontMatter: {}, paragraphs };
  const beads = Array.from({ length: rowCount * perRow }, (_, index) => {
    return { de: [index], en: [index], probability: 0.9 };
  });
  return newArticle({ de: side, en: side }, beads);
}
