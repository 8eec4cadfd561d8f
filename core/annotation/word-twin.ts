import * as z from "zod/mini";
import { splitTokens } from "../alignment/word-links/split-tokens";
import { type Language, otherLanguage } from "../article/language";
import { isFunctionWord } from "../text/function-words";
import { offsetToPoint, type SideText, type TextRange } from "./side-text";

const sentenceIdsSchema = z.array(z.string().check(z.maxLength(20))).check(z.maxLength(500));

/** The word links of a bead: from and to on the German side, from and to on the English one, in the texts that `beadText` makes. */
export const beadLinksSchema = z.strictObject({
  de: sentenceIdsSchema,
  en: sentenceIdsSchema,
  links: z.array(z.tuple([z.int(), z.int(), z.int(), z.int()])).check(z.maxLength(5000)),
});
export type BeadLinks = z.infer<typeof beadLinksSchema>;

type Span = { readonly start: number; readonly end: number };

/** A longer passage is told by its sentences: between all their words some link is always missing. */
const mostWords = 4;

/** What joins words that are linked, and has no partner itself: "a piece *of* world politics". */
const mostBetween = 2;

/** The text of a bead on one side, as word links count in it: its sentences, each on a line. */
export function beadText(side: SideText, sentences: readonly string[]): string {
  return sentencesOf(side, sentences)
    .map(({ start, end }) => side.text.slice(start, end))
    .join("\n");
}

/** Whether a passage (offsets in `side.text`) is so short that its twin is words and not sentences. */
export function isShortPassage(side: SideText, { start, end }: Span): boolean {
  return end - start <= 200 && splitTokens(side.text.slice(start, end)).length <= mostWords;
}

/**
 * The words of the other side that stand for a short passage; `null` where a word of it that has a meaning of its own has no
 * partner: then the sentence says more than half of the words would.
 */
export function wordTwin(
  texts: Readonly<Record<Language, SideText>>,
  bead: BeadLinks,
  side: Language,
  passage: Span,
): readonly TextRange[] | null {
  const own = texts[side];
  if (!isShortPassage(own, passage)) return null;
  const within = toBead(own, bead[side], passage);
  if (!within) return null;

  const links = bead.links.map(([deStart, deEnd, enStart, enEnd]) => ({
    de: { start: deStart, end: deEnd },
    en: { start: enStart, end: enEnd },
  }));
  const other = otherLanguage(side);
  const partners = (word: Span) =>
    links.filter((link) => overlap(link[side], word)).map((link) => link[other]);
  const words = splitTokens(own.text.slice(passage.start, passage.end)).map((token) => ({
    ...token,
    found: partners({ start: within.start + token.start, end: within.start + token.end }),
  }));
  const telling = words.filter(({ text }) => !isFunctionWord(text, side));
  if (telling.length === 0 || telling.some(({ found }) => found.length === 0)) return null;

  const text = beadText(texts[other], bead[other]);
  const linked = links.map((link) => link[other]);
  const isJoint = (between: Span) =>
    !linked.some((word) => overlap(word, between)) && joins(text, between, other);
  const stretches = joined(
    words.flatMap(({ found }) => found),
    isJoint,
  );
  const ranges = stretches.flatMap((stretch) => toRange(texts[other], bead[other], stretch) ?? []);
  return ranges.length === 0 ? null : ranges;
}

function sentencesOf(side: SideText, ids: readonly string[]): readonly Span[] {
  const spans = new Map(
    side.blocks.flatMap((block, index) =>
      block.sentences
        .filter(({ id }) => ids.includes(id))
        .map(({ id, start, end }) => {
          const at = side.starts[index] ?? 0;
          return [id, { start: at + start, end: at + end }] as const;
        }),
    ),
  );
  return ids.flatMap((id) => spans.get(id) ?? []);
}

/** Where a passage within one of the sentences stands in the bead's text. */
function toBead(side: SideText, ids: readonly string[], { start, end }: Span): Span | null {
  let at = 0;
  for (const sentence of sentencesOf(side, ids)) {
    if (sentence.start <= start && end <= sentence.end) {
      return { start: at + start - sentence.start, end: at + end - sentence.start };
    }
    at += sentence.end - sentence.start + 1;
  }
  return null;
}

/** The way back; `null` for what would reach from one sentence into the next. */
function toRange(side: SideText, ids: readonly string[], { start, end }: Span): TextRange | null {
  let at = 0;
  for (const sentence of sentencesOf(side, ids)) {
    const length = sentence.end - sentence.start;
    if (at <= start && end <= at + length) {
      const from = offsetToPoint(side, sentence.start + start - at);
      const to = offsetToPoint(side, sentence.start + end - at);
      return from && to && { start: from, end: to };
    }
    at += length + 1;
  }
  return null;
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** In order, each once; what has nothing between it but a word that joins is one stretch. */
function joined(spans: readonly Span[], isJoint: (between: Span) => boolean): readonly Span[] {
  const stretches: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = stretches.at(-1);
    const between = last && { start: last.end, end: span.start };
    if (last && between && (between.end <= between.start || isJoint(between))) {
      stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else stretches.push(span);
  }
  return stretches;
}

function joins(text: string, { start, end }: Span, language: Language): boolean {
  const between = text.slice(start, end);
  if (/[^\p{L}\p{M} '’-]/u.test(between)) return false;
  const words = splitTokens(between);
  return (
    words.length <= mostBetween && words.every(({ text: word }) => isFunctionWord(word, language))
  );
}
