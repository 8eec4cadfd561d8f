import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPhrasePairs } from "@/core/alignment/lexicon/read-tsv";
import type { KnownStems } from "@/core/search/terms";
import { findWords } from "@/core/text/find-words";
import { stemGerman } from "@/core/text/stem-german";

let known: ReadonlySet<string> | null = null;

/** Whether a stem is a German word's, by the lexicon that ships with the sources: what compounds are divided by. */
export const isKnownStem: KnownStems = (stem) => {
  known ??= readStems();
  return known.has(stem);
};

function readStems(): ReadonlySet<string> {
  const path = join(process.cwd(), "core/alignment/lexicon/german-english.tsv");
  const headwords = readPhrasePairs(readFileSync(path, "utf8")).map(({ de }) => findWords(de));
  const single = headwords.flatMap((words) => (words.length === 1 ? words : []));
  return new Set(single.map(({ text }) => stemGerman(text)).filter((stem) => stem.length >= 3));
}
