import { linkWords } from "../alignment/word-links/link-words";
import { splitTokens } from "../alignment/word-links/split-tokens";
import { type Language, languages, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import type { Flaw } from "./flaw";

// News in German is longer than the same in English by about a tenth.
const germanPerEnglish = 1.1;
// A side shorter than this share of the other is looked at. Shorter ones lose a clause with certainty, longer ones where words without counterpart follow each other.
const suspicious = 0.62;
const certain = 0.3;
const minLength = 60;
const minRun = 6;

/** So short beside the other side that something must have been left out. */
export const findLength: UnitRule = (unit, context) => {
  const length = { de: unit.de.text.length, en: unit.en.text.length * germanPerEnglish };
  if (length.de === 0 || length.en === 0) return [];
  return languages.flatMap((side): Flaw[] => {
    const other = otherLanguage(side);
    const ratio = length[side] / length[other];
    if (ratio > suspicious || length[other] < minLength) return [];
    const gap = longestGap(unit, other, context);
    // What is hardly linked at all is a free translation, or what no lexicon knows.
    const isLost =
      ratio < certain ? gap.words >= 4 : gap.words >= minRun && gap.words >= 0.38 * gap.all;
    if (!isLost) return [];
    const { text } = unit[side];
    return [
      {
        rule: "length",
        side,
        span: { start: 0, end: text.length },
        counterpart: gap.span,
        values: {
          text: unit[other].text.slice(gap.span.start, gap.span.end),
          percent: String(Math.round(100 * ratio)),
        },
      },
    ];
  });
};

/** The longest stretch of the longer side in which no word with a meaning of its own has a counterpart. */
function longestGap(unit: Unit, side: Language, { lexicon }: Context) {
  const linked = new Set(
    linkWords(unit.de.text, unit.en.text, lexicon).map((link) => link[side].start),
  );
  const tokens = splitTokens(unit[side].text).filter(({ text }) => !isFunctionWord(text, side));
  let best = { start: 0, end: 0, words: 0 };
  let run = { start: 0, end: 0, words: 0 };
  for (const { start, end } of tokens) {
    if (linked.has(start)) run = { start: 0, end: 0, words: 0 };
    else run = { start: run.words === 0 ? start : run.start, end, words: run.words + 1 };
    if (run.words > best.words) best = run;
  }
  return { span: { start: best.start, end: best.end }, words: best.words, all: tokens.length };
}
