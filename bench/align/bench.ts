import { existsSync } from "node:fs";
import { align } from "@/core/alignment/align";
import type { IndexBead } from "@/core/alignment/alignment";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { Language } from "@/core/article/language";
import { bestLayer, type Layer, layers, loadLexicon } from "../../scripts/dictionary/load-lexicon";
import { findRows } from "./find-rows";
import { galeChurch } from "./gale-church";
import { printReport } from "./print-report";
import { readArguments, usage } from "./read-arguments";
import { type Case, readCases } from "./read-cases";
import { type Forecast, reliability } from "./reliability";
import { keyOf, type Score, scoreBeads } from "./score-beads";
import { type LanguageScore, scoreLanguage } from "./score-language";
import { scoreSplitting, splitters } from "./score-splitting";
import { excerpts, judgeSeedLike } from "./seed-like";

// Measures the aligner on a folder of documents with gold alignments: `npm run bench:align`. docs/alignment.md has the results.
const usualFolder = "../shared/bench/align/dev";

const warmUpMs = 4000;

process.exitCode = main(process.argv.slice(2));

/** Exit codes: 0 measured, or the usual data is not there; 1 the lexicon is missing; 2 the command is wrong. */
function main(argv: readonly string[]): number {
  const read = readArguments(argv);
  if (!read.ok) return refuse(read.problem);
  const { wanted } = read;
  const folder = wanted.folder ?? process.env.ALIGN_DATA ?? usualFolder;
  if (!existsSync(folder)) {
    if (wanted.folder) return refuse(`There is no folder ${folder}.`);
    console.error(
      `No alignment data in ${folder}: nothing is measured. Say --data DIR or set ALIGN_DATA.`,
    );
    return 0;
  }
  const cases = readCases(folder, wanted.caseName);
  if (cases.length === 0)
    return refuse(`There is no document ${wanted.caseName ?? ""} in ${folder}.`);
  const layer = wanted.layer ?? bestLayer();
  const loaded = loadLexicon(layer);
  if (!loaded.ok) {
    console.error(
      `${loaded.reason}: run npm run dictionary:install first (layers: ${layers.join(", ")}).`,
    );
    return 1;
  }
  const report = measure(cases, layer, loaded.lexicon);
  const { families, cases: each } = report;
  if (wanted.isJson)
    console.log(JSON.stringify({ lexicon: layer, families, cases: each }, null, 2));
  else printReport(report);
  return 0;
}

function refuse(problem: string): 2 {
  console.error(`${problem}\n${usage}`);
  return 2;
}

type Measured = Score & {
  readonly rows: { readonly f1: number };
  readonly sentencesPerSecond: number;
};

export type Report = {
  readonly lexicon: Layer;
  readonly families: Readonly<Record<string, Measured & { readonly cases: number }>>;
  readonly cases: Readonly<Record<string, Measured>>;
  readonly galeChurch: Readonly<Record<string, number>>;
  readonly seedLike: { readonly cases: number } & Score;
  /** F1 of the sentence ends, by our own rules and by the runtime's; `null` where no document is fit for it. */
  readonly splitting: Readonly<
    Record<keyof typeof splitters, Readonly<Record<Language, number>>>
  > | null;
  readonly language: LanguageScore;
  readonly reliability: ReturnType<typeof reliability>;
};

type Run = { readonly each: Case; readonly beads: readonly IndexBead[]; readonly seconds: number };

function measure(cases: readonly Case[], layer: Layer, lexicon: Lexicon | null): Report {
  warmUp(cases, lexicon);
  const runs = cases.map((each): Run => {
    const start = process.cpuUsage();
    const beads = align(each.text.de, each.text.en, lexicon);
    const { user, system } = process.cpuUsage(start);
    return { each, beads, seconds: (user + system) / 1e6 };
  });
  const families = [...new Set(cases.map(({ family }) => family))];
  const ofFamily = (name: string) => runs.filter(({ each }) => each.family === name);
  // In news-noise sentences were joined by hand: its gold divides nothing.
  const natural = cases.filter(({ family }) => family === "news-long" || family === "news-para");
  const seedLike = natural
    .flatMap(excerpts)
    .map((each, number) => judgeSeedLike(each, number, lexicon));
  const splittingBy = (name: keyof typeof splitters) => ({
    de: scoreSplitting(natural, "de", splitters[name]),
    en: scoreSplitting(natural, "en", splitters[name]),
  });
  return {
    lexicon: layer,
    families: Object.fromEntries(
      families.map((name) => {
        const own = ofFamily(name);
        return [name, { cases: own.length, ...figuresOf(own) }];
      }),
    ),
    cases: Object.fromEntries(runs.map((run) => [run.each.name, figuresOf([run])])),
    galeChurch: Object.fromEntries(families.map((name) => [name, baseline(ofFamily(name))])),
    seedLike: { cases: seedLike.length, ...scoreBeads(seedLike) },
    splitting: natural.length === 0 ? null : { own: splittingBy("own"), intl: splittingBy("intl") },
    language: scoreLanguage(cases),
    reliability: reliability(runs.flatMap(forecasts)),
  };
}

/** Aligns again and again for some seconds, longer documents too: the first runs pay for compiling the code. */
function warmUp(cases: readonly Case[], lexicon: Lexicon | null): void {
  const start = performance.now();
  while (cases.length > 0) {
    for (const each of cases) {
      align(each.text.de, each.text.en, lexicon);
      if (performance.now() - start > warmUpMs) return;
    }
  }
}

function figuresOf(runs: readonly Run[]): Measured {
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const sentences = runs.reduce(
    (sum, { each }) => sum + Math.max(each.text.de.sentences.length, each.text.en.sentences.length),
    0,
  );
  const rows = runs.map(({ each, beads }) => ({
    gold: each.rows,
    proposed: findRows(each.text, beads),
  }));
  return {
    ...scoreBeads(runs.map(({ each, beads }) => ({ gold: each.beads, proposed: beads }))),
    rows: { f1: scoreBeads(rows).strict.f1 },
    sentencesPerSecond: Math.round(sentences / Math.max(1e-6, seconds)),
  };
}

function baseline(runs: readonly Run[]): number {
  const judged = runs.map(({ each }) => ({
    gold: each.beads,
    proposed: galeChurch(each.text.de, each.text.en),
  }));
  return scoreBeads(judged).strict.f1;
}

function forecasts({ each, beads }: Run): Forecast[] {
  const gold = new Set(each.beads.map(keyOf));
  return beads.map((bead) => ({ probability: bead.probability, isRight: gold.has(keyOf(bead)) }));
}
