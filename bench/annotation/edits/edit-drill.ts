import { parseArgs } from "node:util";
import { languages } from "@/core/article/language";
import { readArticle } from "./read-article";
import { type DrillResult, runEditDrill } from "./run-edit-drill";

const usualArticle = "content/zwei-spalten";
const anchorsPerSide = 1000;
const fixedSeeds = [1, 2, 3, 4, 5];
const freshSeeds = 5;
const goal = 0.97;

type Count = {
  readonly anchors: number;
  readonly right: number;
  readonly lost: number;
  readonly wrong: number;
  readonly orphaned: number;
};

/** `npm run drill -- edits`: exit code 1 where a passage is silently wrong or fewer than 97 of 100 are right, 2 for a wrong command. */
export async function editDrill(argv: readonly string[]): Promise<number> {
  const options = {
    article: { type: "string" },
    seed: { type: "string" },
    json: { type: "boolean" },
    show: { type: "boolean" },
  } as const;
  const {
    article: path = usualArticle,
    seed,
    json,
    show,
  } = parseArgs({ args: [...argv], options }).values;
  if (seed !== undefined && !/^[0-9]{1,9}$/.test(seed)) {
    console.error(
      "Usage: npm run drill -- edits [--article FILE|FOLDER] [--seed N] [--json] [--show]",
    );
    return 2;
  }
  const article = await readArticle(path);
  const fresh = Array.from(
    { length: freshSeeds },
    () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  );
  const seeds =
    seed === undefined
      ? [...fixedSeeds, ...fresh.map((value) => value % 1_000_000_000)]
      : [Number(seed)];
  const runs = seeds.map((each) => {
    const results = {
      edits: runEditDrill(article, each, anchorsPerSide, "random"),
      everyThird: runEditDrill(article, each, anchorsPerSide, "every-third-deleted"),
    };
    if (show) showFaults(each, results.edits);
    return {
      seed: each,
      edits: countsOf(results.edits),
      everyThirdDeleted: countsOf(results.everyThird),
    };
  });
  const total = sum(runs.flatMap(({ edits }) => [edits.de, edits.en]));
  const everyThird = sum(
    runs.flatMap(({ everyThirdDeleted }) => [everyThirdDeleted.de, everyThirdDeleted.en]),
  );
  if (json)
    console.log(
      JSON.stringify({ article: path, runs, total, everyThirdDeleted: everyThird }, null, 2),
    );
  else {
    console.log(`${path}, ${anchorsPerSide} passages a side`);
    for (const run of runs) {
      for (const language of languages)
        console.log(`seed ${run.seed} ${language}: ${inWords(run.edits[language])}`);
    }
    console.log(`all: ${inWords(total)}`);
    console.log(`every third paragraph deleted: ${inWords(everyThird)}`);
  }
  const isMet = total.wrong + everyThird.wrong === 0 && total.right >= goal * total.anchors;
  return isMet ? 0 : 1;
}

function countsOf(result: DrillResult): Record<"de" | "en", Count> {
  const count = (language: "de" | "en"): Count => {
    const of = (verdict: string) =>
      result[language].filter((one) => one.verdict === verdict).length;
    const orphaned = result[language].filter(({ placedOn }) => placedOn === null).length;
    return {
      anchors: result[language].length,
      right: of("right"),
      lost: of("lost"),
      wrong: of("wrong"),
      orphaned,
    };
  };
  return { de: count("de"), en: count("en") };
}

function sum(counts: readonly Count[]): Count {
  const of = (key: keyof Count) => counts.reduce((all, count) => all + count[key], 0);
  return {
    anchors: of("anchors"),
    right: of("right"),
    lost: of("lost"),
    wrong: of("wrong"),
    orphaned: of("orphaned"),
  };
}

function inWords({ anchors, right, lost, wrong, orphaned }: Count): string {
  const share = anchors === 0 ? "–" : `${((100 * right) / anchors).toFixed(2)} %`;
  return `${share} right of ${anchors} (${orphaned} orphaned, ${lost} of them lost), ${wrong} silently wrong`;
}

function showFaults(seed: number, result: DrillResult): void {
  for (const language of languages) {
    for (const { anchor, verdict, expected, placedOn } of result[language]) {
      if (verdict === "right") continue;
      console.error(
        JSON.stringify({
          seed,
          language,
          verdict,
          expected,
          placedOn,
          prefix: anchor.prefix,
          exact: anchor.exact,
          suffix: anchor.suffix,
          sentences: anchor.sentences,
          block: anchor.start.block,
        }),
      );
    }
  }
}
