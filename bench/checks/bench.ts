import { existsSync } from "node:fs";
import { readCases } from "@/bench/align/read-cases";
import { checkDocument } from "@/core/checks/check-document";
import { checkPair, checkPairs } from "@/core/checks/check-pairs";
import { documentOfCase } from "@/scripts/checks/document-of-case";
import { loadLexicon } from "@/scripts/dictionary/load-lexicon";
import {
  nearMissSchema,
  type PlantedError,
  plantedErrorSchema,
  plantedKinds,
} from "./planted-error";
import { readLines } from "./read-lines";
import { findingsOf, isFound, mended } from "./score-checks";

// The figures of docs/checks.md: `npm run bench:checks -- [--held-out] [--data DIR]`. Of the held-out halves only counts are printed, and only
// when asked for: they are for the end.
const argv = process.argv.slice(2);
const at = argv.indexOf("--data");
const folder = at < 0 ? null : (argv[at + 1] ?? null);
const loaded = loadLexicon("built-in");
const options = { lexicon: loaded.ok ? loaded.lexicon : null };

printPlanted(argv.includes("--held-out"));
printNearMisses();
if (folder !== null) printDevelopment(folder);
printSpeed();

function printPlanted(hasHeldOut: boolean): void {
  const names = [
    "tune",
    "second",
    "third-tune",
    "fourth-tune",
    ...(hasHeldOut ? ["held-out", "third-held-out", "fourth-held-out"] : []),
  ];
  const halves = names.map((name) => readLines(`planted/${name}.jsonl`, plantedErrorSchema));
  console.log(`| kind | ${names.join(" | ")} |\n|${"---|".repeat(names.length + 1)}`);
  for (const kind of plantedKinds) {
    const cells = halves.map((half) => share(half.filter((error) => error.kind === kind)));
    console.log(`| \`${kind}\` | ${cells.join(" | ")} |`);
  }
  console.log(`| all | ${halves.map(share).join(" | ")} |\n`);
  const alarms = halves.map(
    (half) => half.filter((error) => findingsOf(mended(error), error, options).length > 0).length,
  );
  console.log(
    `mended pairs with a finding: ${alarms.map((count, index) => `${count} of ${halves[index]?.length}`).join(", ")}`,
  );
}

function share(errors: readonly PlantedError[]): string {
  const found = errors.filter((error) => isFound(error, findingsOf(error, error, options)));
  return `${found.length}/${errors.length}`;
}

function printNearMisses(): void {
  const pairs = [
    "near-misses.jsonl",
    "planted/third-near.jsonl",
    "planted/fourth-near.jsonl",
  ].flatMap((name) => readLines(name, nearMissSchema));
  const wrong = pairs.filter((pair) => findingsOf(pair, pair, options).length > 0);
  console.log(`near misses with a finding: ${wrong.length} of ${pairs.length}`);
}

function printDevelopment(path: string): void {
  if (!existsSync(path)) {
    console.log(`${path} is not there`);
    return;
  }
  let pairs = 0;
  let findings = 0;
  for (const each of readCases(path, null)) {
    pairs += each.beads.filter(({ de, en }) => de.length > 0 && en.length > 0).length;
    findings += checkDocument(documentOfCase(each), options).filter(
      ({ severity }) => severity !== "note",
    ).length;
  }
  console.log(
    `development data: ${findings} findings in ${pairs} pairs, ${((100 * findings) / pairs).toFixed(2)} per 100`,
  );
}

/** A thousand pairs as one document, and each of them alone as while typing. */
function printSpeed(): void {
  const pairs = readLines("near-misses.jsonl", nearMissSchema).map(({ de, en }) => ({ de, en }));
  const thousand = Array.from(
    { length: 1000 },
    (_, index) => pairs[index % pairs.length] ?? { de: "", en: "" },
  );
  checkPairs(pairs, options);
  const start = performance.now();
  checkPairs(thousand, options);
  const whole = performance.now() - start;
  const single = thousand.map((pair) => {
    const before = performance.now();
    checkPair(pair, options);
    return performance.now() - before;
  });
  single.sort((a, b) => a - b);
  console.log(
    `1,000 pairs: ${whole.toFixed(0)} ms; one pair: median ${single[500]?.toFixed(2)} ms, slowest ${single.at(-1)?.toFixed(1)} ms`,
  );
}
