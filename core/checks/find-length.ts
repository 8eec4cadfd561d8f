import { linkWords } from "../alignment/word-links/link-words";
import { splitTokens } from "../alignment/word-links/split-tokens";
import { type Language, languages, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import type { Unit } from "./checked-document";
import type { Context, UnitRule } from "./context";
import type { Flaw } from "./flaw";
import { nameCandidates } from "./names/name-candidates";

// News in German is longer than the same in English by about a tenth.
const germanPerEnglish = 1.1;
// A side shorter than this share of the other is looked at. Shorter ones lose a clause with certainty, longer ones where words without counterpart follow each other.
const suspicious = 0.62;
const certain = 0.3;
const mayLoseName = 0.72;
const minLength = 60;
const minRun = 6;

/** So short beside the other side that something must have been left out. */
export const findLength: UnitRule = (unit, context) => {
  const length = { de: unit.de.text.length, en: unit.en.text.length * germanPerEnglish };
  if (length.de === 0 || length.en === 0) return [];
  return languages.flatMap((side): Flaw[] => {
    const other = otherLanguage(side);
    const ratio = length[side] / length[other];
    if (ratio > mayLoseName || length[other] < minLength) return [];
    const named = losesName(unit, other, context);
    if (ratio > suspicious) return named;
    const gap = longestGap(unit, other, context);
    // What is hardly linked at all is a free translation, or what no lexicon knows.
    const isLost =
      ratio < certain ? gap.words >= 4 : gap.words >= minRun && gap.words >= 0.38 * gap.all;
    if (!isLost && !losesClause(unit, other, gap)) return named;
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

// The rest must be translated, or it is told freely: this share of its words has a counterpart.
const translatedRest = 0.6;

/** "…, sofern nichts anderes vereinbart wurde": a clause without any counterpart, beside others that have theirs. */
function losesClause(unit: Unit, side: Language, gap: Gap): boolean {
  const before = unit[side].text.slice(0, gap.span.start);
  const after = unit[side].text.slice(gap.span.end);
  const isClause =
    /[,;:–—]["“”«»„]? ?["“«»„]?(?:\p{L}+ ){0,4}$/u.test(before) ||
    /^(?: \p{L}+)?[,;:–—]/u.test(after);
  const gapText = unit[side].text.slice(gap.span.start, gap.span.end);
  // "Obwohl der Herzog es zugesichert hatte, ließ man …": the sentence begins with it, and the gap reaches over its end.
  const isFirst = /^\P{L}*(?:\p{L}+ ){0,2}$/u.test(before) && /\p{L},\s/u.test(gapText);
  const rest = gap.all - gap.words;
  // An apposition of names: "the Bavarian Broadcasting Service’s artistic director".
  const isNamed = side === "en" && (gapText.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0) >= 2;
  const isBracketed = before.lastIndexOf("(") > before.lastIndexOf(")");
  if (isNamed || isBracketed) return false;
  return (
    gap.words >= 3 && (isClause || isFirst) && rest >= 3 && gap.linked >= translatedRest * rest
  );
}

const clauses = /(?<=^|[,;–—(]\s?)[^,;–—()]+(?=[,;–—)])/gu;

const subordinate: Readonly<Record<Language, RegExp>> = {
  de: /^(?:wie|als|wenn|weil|obwohl|nachdem|während|seit|bevor|den|dem|deren|dessen|der|die|das|was|wo|wohin|so|sagt|sagte|meinte) /iu,
  en: /^(?:as|when|because|although|though|after|while|since|before|who|whom|whose|which|what|where|so|says|said) /iu,
};

/** ", wie schon Montaigne wusste,": a clause about somebody whom the shorter side never names, and no word of it has a counterpart there. */
function losesName(unit: Unit, side: Language, context: Context): Flaw[] {
  const other = otherLanguage(side);
  const { text } = unit[side];
  // Asked first because it is cheap: most sentences have no such clause.
  const candidates = Array.from(text.matchAll(clauses)).filter(([clause]) =>
    subordinate[side].test(clause.trimStart()),
  );
  if (candidates.length === 0) return [];
  const names = nameCandidates(text, side, unit[other].text, context).filter(
    (each) => !each.isNounLike && !unit[other].text.includes(each.text.slice(0, 4)),
  );
  if (names.length === 0) return [];
  const linked = linkWords(unit.de.text, unit.en.text, context.lexicon).map(
    (link) => link[side].start,
  );
  return candidates.flatMap((match): Flaw[] => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].length;
    const words = splitTokens(match[0]).filter((word) => !isFunctionWord(word.text, side));
    const isNamed = names.some((each) => each.start > start && each.end <= end);
    if (!isNamed || words.length < 2) return [];
    if (linked.some((at) => at >= start && at < end)) return [];
    return [
      {
        rule: "length",
        side: other,
        span: { start: 0, end: unit[other].text.length },
        counterpart: { start, end },
        values: { text: text.slice(start, end), percent: String(percentOf(unit, other)) },
      },
    ];
  });
}

function percentOf(unit: Unit, side: Language): number {
  return Math.round((100 * unit[side].text.length) / unit[otherLanguage(side)].text.length);
}

type Gap = ReturnType<typeof longestGap>;

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
  return {
    span: { start: best.start, end: best.end },
    words: best.words,
    all: tokens.length,
    linked: tokens.filter(({ start }) => linked.has(start)).length,
  };
}
