import { existsSync } from "node:fs";
import { align } from "@/core/alignment/align";
import type { AlignmentText } from "@/core/alignment/alignment";
import { judgeRelation } from "@/core/alignment/judge-relation";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { languages } from "@/core/article/language";
import { bestLayer, loadLexicon } from "../../scripts/dictionary/load-lexicon";
import { readCases } from "./read-cases";
import { readShelf, type Stretch } from "./stretches";

// How fast the aligner is on one core, and whether its time grows with the length of the text: `npm run bench:speed`. The texts are those of
// `npm run bench:align` that come from one newspaper each, or the articles of content/, one after the other until there are enough sentences.
const short = 1000;
const long = 30_000;
const runsOfShort = 9;

const folder = process.env.ALIGN_DATA ?? "../shared/bench/align/dev";
const layer = bestLayer();
const loaded = loadLexicon(layer);
if (!loaded.ok) throw new Error(loaded.reason);
const { lexicon } = loaded;

const texts = existsSync(folder)
  ? readCases(folder, null).filter(({ family }) => /^news-(long|para)$/u.test(family))
  : readShelf();
console.log(
  `${existsSync(folder) ? "news" : "no alignment data, so the articles of content/"}, lexicon: ${layer}`,
);

const few = join(short);
const times = Array.from({ length: runsOfShort }, () => secondsOf(few));
const warm = median(times.slice(2));
console.log(
  `${short} sentences a side: ${times.map((each) => each.toFixed(2)).join(", ")} s of CPU; ` +
    `${Math.round(short / warm)} German sentences a second from the third run on`,
);

const many = join(long);
const seconds = secondsOf(many);
console.log(
  `${long} sentences a side: ${seconds.toFixed(1)} s of CPU, ${(seconds / ((warm * long) / short)).toFixed(2)} × linear; ` +
    `peak memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);
if (lexicon) console.log(`whether they belong together: ${judgeSeconds(many, lexicon)} s more`);

/** As many German sentences as are wanted, and their English. */
function join(sentences: number): Stretch {
  const sides = { de: empty(), en: empty() };
  for (let at = 0; sides.de.sentences.length < sentences; at += 1) {
    const text = texts[at % texts.length]?.text;
    if (!text) throw new Error("There is no text to measure with");
    const share = Math.min(1, (sentences - sides.de.sentences.length) / text.de.sentences.length);
    for (const side of languages) {
      const taken = Math.round(text[side].sentences.length * share);
      const from = (sides[side].paragraphs.at(-1) ?? -1) + 1;
      sides[side].sentences.push(...text[side].sentences.slice(0, taken));
      sides[side].paragraphs.push(...text[side].paragraphs.slice(0, taken).map((n) => from + n));
    }
  }
  return sides;
}

function empty(): { sentences: string[]; paragraphs: number[] } & AlignmentText {
  return { sentences: [], paragraphs: [] };
}

function secondsOf({ de, en }: Stretch): number {
  const start = process.cpuUsage();
  align(de, en, lexicon);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function judgeSeconds({ de, en }: Stretch, words: Lexicon): string {
  const beads = align(de, en, words);
  const start = performance.now();
  judgeRelation(de, en, beads, words);
  return ((performance.now() - start) / 1000).toFixed(1);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
