import type { Anchor } from "./annotation";
import { contextLength } from "./describe-anchor";
import { foldSpace } from "./fold-space";
import { blockAt, type SideText } from "./side-text";

/** A passage in offsets of `SideText.text`. */
export type Span = { readonly start: number; readonly end: number };

/** How well what stands on one side of a candidate agrees with what an anchor remembers of that side. */
export type SideEvidence = {
  /** Code units that agree, counted outwards from the passage. */
  readonly agreeing: number;
  /** Everything that is remembered stands there. */
  readonly isKept: boolean;
  /** The same, and the block's edge where the passage stood at one. */
  readonly isWhole: boolean;
  /** From 0 to 1: how much of it stands there if letters may be changed, added and left out. */
  readonly likeness: number;
  /** The same within the sentence of that end alone; 1 where the passage begins or ends with it. */
  readonly likenessInSentence: number;
  /** How many code units of that sentence stand on this side, and how many letters of them are others, more or fewer than remembered. */
  readonly besideInSentence: number;
  readonly editsInSentence: number;
  /** How much of the passage lies in the sentence of that end. */
  readonly lengthInSentence: number;
};

export type Evidence = { readonly before: SideEvidence; readonly after: SideEvidence };

/** Compares the surroundings of a candidate, within its blocks and white space aside, with those an anchor remembers. */
export function contextEvidence(side: SideText, anchor: Anchor, span: Span): Evidence {
  const lead = anchor.exact.length - anchor.exact.trimStart().length;
  const tail = anchor.exact.trimEnd().length;
  const around = surroundings(side, span);
  // Shorter than what an anchor keeps (less a halved surrogate pair): the passage stood at the edge of its block.
  const isCut = (kept: string) => kept.length >= contextLength - 1;
  return {
    before: sideEvidence(
      reversed(foldSpace(anchor.prefix + anchor.exact.slice(0, lead)).text),
      reversed(around.before),
      around.inSentenceBefore,
      { isCut: isCut(anchor.prefix), lengthInSentence: around.ownBefore },
    ),
    after: sideEvidence(
      foldSpace(anchor.exact.slice(tail) + anchor.suffix).text,
      around.after,
      around.inSentenceAfter,
      { isCut: isCut(anchor.suffix), lengthInSentence: around.ownAfter },
    ),
  };
}

/** Both texts begin at the passage; `inSentence` code units of the one found belong to the sentence of that end. */
function sideEvidence(
  remembered: string,
  found: string,
  inSentence: number,
  { isCut, lengthInSentence }: { readonly isCut: boolean; readonly lengthInSentence: number },
): SideEvidence {
  const agreeing = agreeingStart(remembered, found);
  const isKept = agreeing === remembered.length;
  const length = Math.min(inSentence, remembered.length);
  const editsInSentence = edits(remembered.slice(0, length), found.slice(0, inSentence));
  return {
    agreeing,
    isKept,
    isWhole: isKept && (isCut || found.length === agreeing),
    likeness: likeness(remembered, found),
    lengthInSentence,
    besideInSentence: length,
    editsInSentence,
    likenessInSentence: length === 0 ? 1 : Math.max(0, 1 - editsInSentence / length),
  };
}

/** The text around a candidate within its blocks, folded; long enough to compare with a folded context. */
function surroundings(side: SideText, { start, end }: Span) {
  const first = blockAt(side, start);
  const last = blockAt(side, end);
  const from = side.starts[first] ?? 0;
  const to = (side.starts[last] ?? 0) + (side.blocks[last]?.text.length ?? 0);
  const reach = contextLength * 4;
  const sentenceStart = sentenceAround(side, start)?.start ?? start;
  const sentenceEnd = sentenceAround(side, end - 1)?.end ?? end;
  return {
    before: foldSpace(side.text.slice(Math.max(from, start - reach), start)).text,
    after: foldSpace(side.text.slice(end, Math.min(to, end + reach))).text,
    ownBefore: Math.min(end, Math.max(sentenceAround(side, start)?.end ?? end, start)) - start,
    ownAfter: end - Math.max(start, sentenceAround(side, end - 1)?.start ?? start),
    inSentenceBefore: foldSpace(side.text.slice(sentenceStart, start)).text.length,
    inSentenceAfter: foldSpace(side.text.slice(end, sentenceEnd).trimEnd()).text.length,
  };
}

function sentenceAround(side: SideText, offset: number): Span | null {
  const index = blockAt(side, offset);
  const blockStart = side.starts[index] ?? 0;
  const inside = offset - blockStart;
  const sentence = side.blocks[index]?.sentences.find(
    ({ start, end }) => start <= inside && inside < end,
  );
  return sentence ? { start: blockStart + sentence.start, end: blockStart + sentence.end } : null;
}

function agreeingStart(left: string, right: string): number {
  let count = 0;
  while (count < left.length && count < right.length && left[count] === right[count]) count += 1;
  return count;
}

function reversed(text: string): string {
  return text.split("").reverse().join("");
}

/** 1 less the edits per code unit that make the beginning of `found` into `remembered`. */
function likeness(remembered: string, found: string): number {
  return remembered === "" ? 1 : Math.max(0, 1 - edits(remembered, found) / remembered.length);
}

function edits(remembered: string, found: string): number {
  const width = Math.min(found.length, remembered.length * 2);
  let row = Array.from({ length: width + 1 }, (_, index) => index);
  for (let at = 1; at <= remembered.length; at += 1) {
    const next = [at];
    for (let other = 1; other <= width; other += 1) {
      const isSame = remembered[at - 1] === found[other - 1];
      next[other] = Math.min(
        (row[other - 1] ?? 0) + (isSame ? 0 : 1),
        (row[other] ?? 0) + 1,
        (next[other - 1] ?? 0) + 1,
      );
    }
    row = next;
  }
  return Math.min(...row);
}

/**
 * Whether the passage begins and ends in the same words as it did: "it" is not found in "iit", and the end of one word is
 * not found at the end of another.
 */
export function cutsTheSameWords(side: SideText, anchor: Anchor, span: Span): boolean {
  const { before, after } = surroundings(side, span);
  const startsInLetter = /^[\p{L}\p{M}\p{N}]/u.test(anchor.exact);
  const endsInLetter = /[\p{L}\p{M}\p{N}]$/u.test(anchor.exact);
  return (
    (!startsInLetter || lettersAtEnd(anchor.prefix) === lettersAtEnd(before)) &&
    (!endsInLetter || lettersAtStart(anchor.suffix) === lettersAtStart(after))
  );
}

/** Of a word that is longer than what an anchor keeps, as much as it keeps. */
function lettersAtEnd(text: string): string {
  return /[\p{L}\p{M}\p{N}]*$/u.exec(text)?.[0].slice(-contextLength) ?? "";
}

function lettersAtStart(text: string): string {
  return /^[\p{L}\p{M}\p{N}]*/u.exec(text)?.[0].slice(0, contextLength) ?? "";
}
