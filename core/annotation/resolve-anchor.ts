import type { Anchor, Point } from "./annotation";
import {
  contextEvidence,
  cutsTheSameWords,
  type Evidence,
  type SideEvidence,
  type Span,
} from "./context-evidence";
import { contextLength, sentencesIn } from "./describe-anchor";
import { type FoldedText, foldSpace, toFolded } from "./fold-space";
import { offsetToPoint, type SideText } from "./side-text";
import { untouchedSpan } from "./untouched-span";

/** Where an anchor stands in a text; `moved` means the same words in another place. */
export type ResolvedAnchor =
  | { readonly kind: "exact" | "moved"; readonly start: Point; readonly end: Point }
  | { readonly kind: "orphaned" };

type Candidate = Span & { readonly evidence: Evidence };

// A shorter quote ("die Mine") is no evidence by itself: it needs context. See resolve-anchor.test.ts.
const shortQuote = 12;

// Half of one side's context. Less re-attaches deleted passages to their repetitions, more loses passages beside an edit.
const enoughContext = 16;

// Of one side's context, letters changed, added and left out: a word of it may be another one. See `npm run drill -- edits`.
const enoughLikeness = 0.6;

// A word or two: what must stand beside the better one of two candidates.
const enoughBeside = 8;

// "„Ja.“" may stand in a text a dozen times, and is known by what is around it.
const enoughSentence = 12;

// Two letters that changed places.
const oneMisspelling = 2;

// ". In the dark" holds but a full stop of its first sentence, and another one may end there now.
const longestScrap = 4;

// Two candidates closer than this in alike context are nearly as good, and a guess between them would be silent.
const clearLead = 8;

/**
 * Finds the passage of an anchor in a text: in its place, else in its sentences, else in its blocks, else in the block
 * that its block was merged into. Where two places are nearly as good, or the words are gone, it is orphaned: a wrong
 * place is worse than none.
 */
export function resolveAnchor(side: SideText, anchor: Anchor): ResolvedAnchor {
  if (side.language !== anchor.side) return { kind: "orphaned" };
  if (untouchedSpan(side, anchor)) return { kind: "exact", start: anchor.start, end: anchor.end };

  const quote = anchor.exact.trim();
  if (quote === "") return { kind: "orphaned" };
  const folded = foldedOf(side);
  for (const { spans, isFar, isAccepted } of scopesOf(side, anchor)) {
    const candidates = spans.flatMap((span) => candidatesIn(side, folded, anchor, span));
    if (candidates.length === 0) continue;
    const best = isFar && candidates.length > 1 ? null : clearlyBest(candidates);
    return best && isAccepted(best.evidence, best)
      ? placed(side, anchor, best)
      : { kind: "orphaned" };
  }
  return { kind: "orphaned" };
}

type Scope = {
  readonly spans: readonly Span[];
  /** Outside its sentences the words must stand once. */
  readonly isFar: boolean;
  readonly isAccepted: (evidence: Evidence, span: Span) => boolean;
};

function scopesOf(side: SideText, anchor: Anchor): readonly Scope[] {
  const isLong = anchor.exact.trim().length >= shortQuote;
  const isAccepted = isLong ? isInItsSentence : isShortInItsSentence;
  const isFarAccepted = (evidence: Evidence) => isLong && isUnmistakable(evidence);
  const inSentences = {
    spans: sentenceSpans(side, anchor),
    isFar: false,
    isAccepted: (evidence: Evidence, span: Span) =>
      isBetweenMarked(side, anchor, span) &&
      isAccepted(evidence, anchor.sentences.length > 1) &&
      !hasLeftItsPlace(side, anchor, evidence),
  };
  // What reaches from a sentence that is left into one that is gone is not whole any more.
  if (inSentences.spans.length > 0 && anchor.sentences.length > 1) return [inSentences];
  return [
    inSentences,
    { spans: blockSpans(side, anchor), isFar: true, isAccepted: isFarAccepted },
    { spans: lineageSpans(side, anchor), isFar: true, isAccepted: isFarAccepted },
  ];
}

/** The sentence itself is evidence: one side may have been rewritten up to the passage, or each of them a little. */
function isInItsSentence({ before, after }: Evidence, isOverSentences: boolean): boolean {
  const isAlike = ({ likeness, likenessInSentence }: SideEvidence) =>
    Math.max(likeness, likenessInSentence) >= enoughLikeness;
  const isScrap = ({ lengthInSentence }: SideEvidence) => lengthInSentence <= longestScrap;
  const isVouchedFor = (end: SideEvidence) =>
    !isScrap(end) ||
    end.isWhole ||
    end.agreeing >= enoughContext ||
    (end.besideInSentence >= enoughBeside && end.likenessInSentence >= enoughLikeness);
  if (isOverSentences && !(isVouchedFor(before) && isVouchedFor(after))) return false;
  return before.isWhole || after.isWhole || (isAlike(before) && isAlike(after));
}

function isShortInItsSentence(evidence: Evidence, isOverSentences: boolean): boolean {
  const { before, after } = evidence;
  const isBetweenWholes = before.isWhole && after.isWhole;
  const hasContext =
    isBetweenWholes ||
    before.agreeing + after.agreeing >= enoughContext ||
    isMisspelledAtMost(evidence);
  return hasContext && isInItsSentence(evidence, isOverSentences);
}

/** Its sentence says what it said, but for a letter or two; what stands around that sentence is of no account. */
function isMisspelledAtMost({ before, after }: Evidence): boolean {
  const length = before.besideInSentence + before.lengthInSentence + after.besideInSentence;
  return (
    length >= enoughSentence && before.editsInSentence + after.editsInSentence <= oneMisspelling
  );
}

/** Its sentence is gone, and another one may say nearly the same. Of an edge of its block nothing is remembered but that it was one. */
function isUnmistakable({ before, after }: Evidence): boolean {
  const isThere = ({ isKept, isWhole, agreeing }: SideEvidence) =>
    isWhole || (isKept && agreeing > 0);
  return isThere(before) && isThere(after) && before.agreeing + after.agreeing >= enoughContext;
}

/** From the first to the last sentence that was marked, if they are still there. */
function sentenceSpans(side: SideText, anchor: Anchor): readonly Span[] {
  const wanted = new Set(anchor.sentences);
  const found = side.blocks.flatMap((block, index) =>
    block.sentences
      .filter((sentence) => wanted.has(sentence.id))
      .map((sentence) => ({
        start: (side.starts[index] ?? 0) + sentence.start,
        end: (side.starts[index] ?? 0) + sentence.end,
      })),
  );
  const first = found[0];
  const last = found.at(-1);
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

/** It begins in the first sentence that was marked and ends in the last: others may say the same, or have come between. */
function isBetweenMarked(side: SideText, anchor: Anchor, { start, end }: Span): boolean {
  const [first = ""] = anchor.sentences;
  const last = anchor.sentences.at(-1) ?? first;
  return (
    sentencesIn(side, start, start + 1).includes(first) &&
    sentencesIn(side, end - 1, end).includes(last)
  );
}

/** Neither side is as it was, and what stood before it or after it stands elsewhere at the sentence: there its words were changed. */
function hasLeftItsPlace(side: SideText, anchor: Anchor, { before, after }: Evidence): boolean {
  if (before.isKept || after.isKept) return false;
  return sentenceSpans(side, anchor).some(({ start, end }) => {
    const text = side.text.slice(Math.max(0, start - contextLength), end + contextLength);
    return [anchor.prefix, anchor.suffix].some(
      (context) => context.length >= enoughBeside && text.includes(context),
    );
  });
}

function blockSpans(side: SideText, anchor: Anchor): readonly Span[] {
  const first = side.indexOf.get(anchor.start.block);
  const last = side.indexOf.get(anchor.end.block);
  const from = first ?? last;
  const to = last ?? first;
  if (from === undefined || to === undefined || to < from) return [];
  return [{ start: blockSpan(side, from).start, end: blockSpan(side, to).end }];
}

function lineageSpans(side: SideText, anchor: Anchor): readonly Span[] {
  return side.blocks.flatMap((block, index) => {
    const merged = block.mergedIds ?? [];
    const isHeir = merged.includes(anchor.start.block) || merged.includes(anchor.end.block);
    return isHeir ? [blockSpan(side, index)] : [];
  });
}

function blockSpan(side: SideText, index: number): Span {
  const start = side.starts[index] ?? 0;
  return { start, end: start + (side.blocks[index]?.text.length ?? 0) };
}

/** Every occurrence of the anchor's words in a span, white space aside. */
function candidatesIn(
  side: SideText,
  folded: FoldedText,
  anchor: Anchor,
  span: Span,
): readonly Candidate[] {
  const quote = foldSpace(anchor.exact.trim()).text;
  const limit = toFolded(folded, span.end);
  const candidates: Candidate[] = [];
  let at = folded.text.indexOf(quote, toFolded(folded, span.start));
  while (at !== -1 && at + quote.length <= limit) {
    const start = folded.offsets[at] ?? 0;
    const end = (folded.offsets[at + quote.length - 1] ?? 0) + 1;
    if (cutsTheSameWords(side, anchor, { start, end })) {
      candidates.push({ start, end, evidence: contextEvidence(side, anchor, { start, end }) });
    }
    at = folded.text.indexOf(quote, at + 1);
  }
  return candidates;
}

function clearlyBest(candidates: readonly Candidate[]): Candidate | null {
  const [best, second] = [...candidates].sort((a, b) => alikeContext(b) - alikeContext(a));
  if (!best) return null;
  if (!second) return best;
  if (candidates.some((other) => isDoubled(best, other))) return null;
  const { before, after } = best.evidence;
  const isClear = alikeContext(best) - alikeContext(second) >= clearLead;
  return isClear && before.agreeing + after.agreeing >= enoughBeside ? best : null;
}

/** The same words twice in a row, where they stood once: nobody can say which of them was meant. */
function isDoubled(one: Candidate, other: Candidate): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const gap = second.start - first.end;
  return second.end - second.start >= shortQuote && gap >= 0 && gap <= 1;
}

/** In code units of context. */
function alikeContext({ evidence: { before, after } }: Candidate): number {
  return contextLength * (before.likeness + after.likeness);
}

function placed(side: SideText, anchor: Anchor, span: Span): ResolvedAnchor {
  const start = offsetToPoint(side, span.start);
  const end = offsetToPoint(side, span.end);
  if (!start || !end) return { kind: "orphaned" };
  const isSame = samePoint(start, anchor.start) && samePoint(end, anchor.end);
  return { kind: isSame ? "exact" : "moved", start, end };
}

function samePoint(a: Point, b: Point): boolean {
  return a.block === b.block && a.offset === b.offset;
}

const foldedTexts = new WeakMap<SideText, FoldedText>();

// Folding costs as much as reading the side; hundreds of anchors are resolved in the same text.
function foldedOf(side: SideText): FoldedText {
  const known = foldedTexts.get(side);
  if (known) return known;
  const folded = foldSpace(side.text);
  foldedTexts.set(side, folded);
  return folded;
}
