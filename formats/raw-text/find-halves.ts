import { type Language, otherLanguage } from "@/core/article/language";
import { splitSentences } from "@/core/sentences/split-sentences";
import { type LanguageEvidence, languageEvidence } from "@/core/text/identify-language";
import { cutLine, isPlain } from "./cut-line";
import { isLabelLine } from "./label-line";
import type { Line } from "./read-lines";
import { sharedWords, spellingEvidence } from "./spelling-evidence";

type Halves = Readonly<Record<Language, readonly Line[]>>;

export type HalvesResult =
  | { readonly ok: true; readonly halves: Halves; readonly isAlternating: boolean }
  | {
      readonly ok: false;
      readonly reason: "only-german" | "only-english" | "no-german-or-english";
    };

/** A line, or a sentence of a long one: the change of language may fall inside a line. */
type Piece = LanguageEvidence & {
  readonly line: number;
  readonly text: string;
  /** Where it stands in the text of its line. */
  readonly start: number;
};

/** A half that is smaller than this share of the other is a foreign headline or quotation. */
const minShare = 0.08;

/** What tells the language of a text. */
type Ear = (text: string) => LanguageEvidence;

/** In running text four of ten words are function words of its language; Danish has one of ten in common with German. */
const minFunctionWords = 0.2;

/** Of its own words a lexicon knows most; of a text in French or Spanish not quite half are English too. */
const minKnownWords = 0.5;

/** A half of a list is hardly shorter than the other. */
const minShareOfList = 0.25;

/** In fewer characters than these there may be too few function words to go by, though there are some. */
const short = 4000;

/**
 * The German and the English half, whichever comes first; label lines help where they are, and are not needed. Short texts, and those that have hardly any
 * function words, are told by the words of a lexicon where there is one.
 */
export function findHalves(lines: readonly Line[], hearWords: Ear | null = null): HalvesResult {
  const hear = () => halvesBy(lines, languageEvidence, isWritten);
  if (!hearWords) return hear();
  const hearMore = () => halvesBy(lines, hearWords, isListed(hearWords));
  const isShort = lines.reduce((sum, { text }) => sum + text.length, 0) < short;
  const [first, second] = isShort ? [hearMore, hear] : [hear, hearMore];
  const found = first();
  if (found.ok) return found;
  const other = second();
  return other.ok || isShort ? other : found;
}

type IsHalf = (halves: Halves, language: Language) => boolean;

function halvesBy(lines: readonly Line[], hear: Ear, isHalf: IsHalf): HalvesResult {
  const pieces = lines.flatMap((line, index) => piecesOf(line, index, hear));
  const isInTurn = isAlternating(pieces);
  const halves = isInTurn ? linesByLanguage(lines, pieces) : cutInTwo(lines, pieces);
  const hasGerman = isHalf(halves, "de");
  const hasEnglish = isHalf(halves, "en");
  if (hasGerman && hasEnglish) return { ok: true, halves, isAlternating: isInTurn };
  if (hasGerman) return { ok: false, reason: "only-german" };
  if (hasEnglish) return { ok: false, reason: "only-english" };
  return { ok: false, reason: "no-german-or-english" };
}

function piecesOf(each: Line, line: number, hear: Ear): Piece[] {
  const { text } = each;
  if (isLabelLine(text))
    return [{ line, text, start: 0, german: 0, germanWords: 0, englishWords: 0, words: 0 }];
  if (!isPlain(each)) return [{ line, text, start: 0, ...hear(text) }];
  let end = 0;
  return splitSentences(text, "en").map((sentence) => {
    const start = end;
    end += sentence.length;
    return { line, text: sentence, start, ...hear(sentence) };
  });
}

type Cut = { readonly index: number; readonly first: Language };

function cutInTwo(lines: readonly Line[], pieces: readonly Piece[]): Halves {
  const { index, first } = sharpenCut(lines, pieces, bestCut(lines, pieces));
  const before = joinPieces(lines, pieces.slice(0, index));
  const after = joinPieces(lines, pieces.slice(index));
  return first === "de" ? { de: before, en: after } : { de: after, en: before };
}

/** The cut that leaves most evidence for one language before it and for the other after it. */
function bestCut(lines: readonly Line[], pieces: readonly Piece[]): Cut {
  const total = pieces.reduce((sum, piece) => sum + piece.german, 0);
  let before = 0;
  let best: Cut = { index: 0, first: "de" };
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let index = 0; index <= pieces.length; index += 1) {
    const germanFirst = 2 * before - total;
    const score = Math.abs(germanFirst) + cutBonus(lines, pieces, index);
    // Of equals the last: a name between the halves signs the first.
    if (score >= bestScore) {
      bestScore = score;
      best = { index, first: germanFirst >= 0 ? "de" : "en" };
    }
    before += pieces[index]?.german ?? 0;
  }
  return best;
}

/** How many pieces on either side of the cut are judged anew, by the spelling of what lies beyond them. */
const unsureAround = 8;

/** Names and headlines where the halves meet are judged once more, by how the rest of each half is spelled. */
function sharpenCut(lines: readonly Line[], pieces: readonly Piece[], cut: Cut): Cut {
  const start = Math.max(0, cut.index - unsureAround);
  const end = Math.min(pieces.length, cut.index + unsureAround);
  const beyond = [textOf(pieces.slice(0, start)), textOf(pieces.slice(end))] as const;
  const [de, en] = cut.first === "de" ? beyond : beyond.toReversed();
  const names = sharedWords(textOf(pieces.slice(0, cut.index)), textOf(pieces.slice(cut.index)));
  const spelling = spellingEvidence({ de: de ?? "", en: en ?? "" }, names);
  if (!spelling) return cut;
  const judged = pieces.slice(start, end).map((piece) => ({
    ...piece,
    german: piece.words === 0 ? piece.german : piece.german + spelling(piece.text),
  }));
  const sharp = bestCut(lines, judged);
  return sharp.first === cut.first ? { ...cut, index: start + sharp.index } : cut;
}

/** What the layout says, in the same log-odds: a label counts as much as a few words, a cut inside a line against it. */
function cutBonus(lines: readonly Line[], pieces: readonly Piece[], index: number): number {
  const piece = pieces[index];
  const previous = pieces[index - 1];
  if (!piece || !previous) return 0;
  if (piece.line === previous.line) return -3;
  if (isLabelLine(piece.text)) return isLabelLine(previous.text) ? 0 : 8;
  return Math.min(2, lines[piece.line]?.blankBefore ?? 0);
}

function joinPieces(lines: readonly Line[], pieces: readonly Piece[]): Line[] {
  const ranges = new Map<number, { start: number; end: number }>();
  for (const { line, text, start } of pieces) {
    const range = ranges.get(line);
    if (range) range.end = start + text.length;
    else ranges.set(line, { start, end: start + text.length });
  }
  return [...ranges].flatMap(([index, { start, end }]) => {
    const line = lines[index];
    return line ? [cutLine(line, start, end)] : [];
  });
}

/** True where no single cut explains the languages: paragraphs or lines of both follow each other in turn. */
function isAlternating(pieces: readonly Piece[]): boolean {
  const total = pieces.reduce((sum, piece) => sum + piece.german, 0);
  const all = pieces.reduce((sum, piece) => sum + Math.abs(piece.german), 0);
  let before = 0;
  let explained = Math.abs(total);
  for (const piece of pieces) {
    before += piece.german;
    explained = Math.max(explained, Math.abs(2 * before - total));
  }
  return explained < 0.6 * all;
}

const clear = 2;

/** A line without words of either language goes with the line before it, or, where the language changes with each line, with the one before that. */
function linesByLanguage(lines: readonly Line[], pieces: readonly Piece[]): Halves {
  const german = new Float64Array(lines.length);
  for (const piece of pieces) german[piece.line] = (german[piece.line] ?? 0) + piece.german;
  const isInTurn = changesByLine(german);
  const first = german.findIndex((evidence) => Math.abs(evidence) >= clear);
  const isTurned = isInTurn && first % 2 === 1;
  let language: Language = (german[first] ?? 0) >= 0 !== isTurned ? "de" : "en";
  const halves: Record<Language, Line[]> = { de: [], en: [] };
  lines.forEach((line, index) => {
    const evidence = german[index] ?? 0;
    if (Math.abs(evidence) >= clear) language = evidence > 0 ? "de" : "en";
    else if (isInTurn && index > 0) language = otherLanguage(language);
    halves[language].push(line);
  });
  return halves;
}

/** Whether of two neighbouring lines that are clear one is German and one English, nine times out of ten. */
function changesByLine(german: Float64Array): boolean {
  let [changes, all] = [0, 0];
  for (let index = 1; index < german.length; index += 1) {
    const [before, here] = [german[index - 1] ?? 0, german[index] ?? 0];
    if (Math.min(Math.abs(before), Math.abs(here)) < clear) continue;
    all += 1;
    if (before * here < 0) changes += 1;
  }
  return all > 0 && changes >= 0.9 * all;
}

function isWritten(halves: Halves, language: Language): boolean {
  const own = textOf(halves[language]);
  const other = textOf(halves[otherLanguage(language)]);
  if (own.length < minShare * other.length) return false;
  return isWrittenIn(own, language);
}

function isListed(hear: Ear): IsHalf {
  return (halves, language) => {
    const own = textOf(halves[language]);
    const other = textOf(halves[otherLanguage(language)]);
    return own.length >= minShareOfList * other.length && isWrittenIn(own, language, hear);
  };
}

/** Whether a text of some words is written in the language, and neither in the other nor in a third. */
export function isWrittenIn(
  text: string,
  language: Language,
  hearWords: Ear | null = null,
): boolean {
  if (holds(languageEvidence(text), language, minFunctionWords)) return true;
  return hearWords !== null && holds(hearWords(eachWordOnce(text)), language, minKnownWords);
}

/** A refrain says no more of its language when it is sung again. */
function eachWordOnce(text: string): string {
  return [...new Set(text.split(/\s+/u))].join(" ");
}

function holds(evidence: LanguageEvidence, language: Language, least: number): boolean {
  const { german, germanWords, englishWords, words } = evidence;
  const [own, other] =
    language === "de" ? [germanWords, englishWords] : [englishWords, germanWords];
  const isOwn = language === "de" ? german > 0 : german < 0;
  return isOwn && own > other && own >= least * words;
}

function textOf(lines: readonly { readonly text: string }[]): string {
  return lines.map((line) => line.text).join("\n");
}
