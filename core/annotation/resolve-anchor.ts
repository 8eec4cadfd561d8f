import type { Anchor, Point } from "./annotation";
import { contextLength, contextOf, sentencesIn } from "./describe-anchor";
import { type FoldedText, foldSpace, toFolded } from "./fold-space";
import { blockAt, offsetToPoint, pointToOffset, type SideText } from "./side-text";

/** Where an anchor stands in a text; `moved` means the same words in another place. */
export type ResolvedAnchor =
  | { readonly kind: "exact" | "moved"; readonly start: Point; readonly end: Point }
  | { readonly kind: "orphaned" };

/** In original offsets of `SideText.text`. */
type Span = { readonly start: number; readonly end: number };

type Candidate = Span & { readonly evidence: Evidence };

/** How much of the remembered context stands around a candidate. */
type Evidence = {
  /** Code units that agree, counted outwards from the passage on both sides. */
  readonly agreeing: number;
  readonly isWholeBefore: boolean;
  readonly isWholeAfter: boolean;
};

// A shorter quote ("die Mine") is no evidence by itself: it needs context. See resolve-anchor.test.ts.
const shortQuote = 12;

// Half of one side's context. Less re-attaches deleted passages to their repetitions, more loses passages beside an edit.
const enoughContext = 16;

// Two candidates closer than this in agreeing context are nearly as good, and a guess between them would be silent.
const clearLead = 8;

/**
 * Finds the passage of an anchor in a text: in its place, else in its sentences, else in its blocks, else in the block
 * that its block was merged into. Where two places are nearly as good, or the words are gone, it is orphaned: a wrong
 * place is worse than none.
 */
export function resolveAnchor(side: SideText, anchor: Anchor): ResolvedAnchor {
  if (side.language !== anchor.side) return { kind: "orphaned" };
  if (isUntouched(side, anchor)) return { kind: "exact", start: anchor.start, end: anchor.end };

  const quote = anchor.exact.trim();
  if (quote === "") return { kind: "orphaned" };
  const folded = foldedOf(side);
  for (const { spans, isAccepted } of scopesOf(side, anchor)) {
    const candidates = spans.flatMap((span) => candidatesIn(side, folded, anchor, span));
    if (candidates.length === 0) continue;
    const best = clearlyBest(candidates);
    return best && isAccepted(best.evidence) ? placed(side, anchor, best) : { kind: "orphaned" };
  }
  return { kind: "orphaned" };
}

/** The same words with the same context in the same place, in a sentence that is still the same one. */
function isUntouched(side: SideText, anchor: Anchor): boolean {
  const start = pointToOffset(side, anchor.start);
  const end = pointToOffset(side, anchor.end);
  if (start === null || end === null) return false;
  if (side.text.slice(start, end) !== anchor.exact) return false;
  const { before, after } = contextOf(side, start, end);
  if (before !== anchor.prefix || after !== anchor.suffix) return false;
  return sentencesIn(side, start, end).some((id) => anchor.sentences.includes(id));
}

type Scope = {
  readonly spans: readonly Span[];
  readonly isAccepted: (evidence: Evidence) => boolean;
};

function scopesOf(side: SideText, anchor: Anchor): readonly Scope[] {
  const isLong = anchor.exact.trim().length >= shortQuote;
  const hasContext = ({ agreeing, isWholeBefore, isWholeAfter }: Evidence) =>
    agreeing >= enoughContext || (isWholeBefore && isWholeAfter);
  return [
    {
      spans: sentenceSpans(side, anchor),
      // The sentence itself is evidence: one side of the context may have been rewritten up to the passage.
      isAccepted: (evidence) =>
        hasContext(evidence) || (isLong && (evidence.isWholeBefore || evidence.isWholeAfter)),
    },
    { spans: blockSpans(side, anchor), isAccepted: hasContext },
    { spans: lineageSpans(side, anchor), isAccepted: hasContext },
  ];
}

/** From the first to the last surviving sentence, widened so that a passage that begins or ends in a lost one is found. */
function sentenceSpans(side: SideText, anchor: Anchor): readonly Span[] {
  const wanted = new Set(anchor.sentences);
  const reach = Math.max(0, anchor.exact.trim().length - 1);
  const found = side.blocks.flatMap((block, index) =>
    block.sentences
      .filter((sentence) => wanted.has(sentence.id))
      .map((sentence) => ({
        start: (side.starts[index] ?? 0) + sentence.start,
        end: (side.starts[index] ?? 0) + sentence.end,
      })),
  );
  const isComplete = found.length === wanted.size;
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return [];
  if (isComplete) return [{ start: first.start, end: last.end }];
  return [
    {
      start: Math.max(0, first.start - reach),
      end: Math.min(side.text.length, last.end + reach),
    },
  ];
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
    candidates.push({ start, end, evidence: evidenceFor(side, anchor, start, end) });
    at = folded.text.indexOf(quote, at + 1);
  }
  return candidates;
}

function evidenceFor(side: SideText, anchor: Anchor, start: number, end: number): Evidence {
  const lead = anchor.exact.length - anchor.exact.trimStart().length;
  const tail = anchor.exact.trimEnd().length;
  const remembered = {
    before: foldSpace(anchor.prefix + anchor.exact.slice(0, lead)).text,
    after: foldSpace(anchor.exact.slice(tail) + anchor.suffix).text,
  };
  const found = surroundings(side, start, end);
  const before = agreeingEnd(remembered.before, found.before);
  const after = agreeingStart(remembered.after, found.after);
  // Shorter than the length an anchor keeps (less a halved surrogate pair): the passage stood at the edge of its block.
  const stoodFirst = anchor.prefix.length < contextLength - 1;
  const stoodLast = anchor.suffix.length < contextLength - 1;
  return {
    agreeing: before + after,
    isWholeBefore:
      before === remembered.before.length && (!stoodFirst || found.before.length === before),
    isWholeAfter: after === remembered.after.length && (!stoodLast || found.after.length === after),
  };
}

/** The text around a candidate within its blocks, folded; long enough to compare with a folded context. */
function surroundings(side: SideText, start: number, end: number) {
  const first = blockSpan(side, blockAt(side, start));
  const last = blockSpan(side, blockAt(side, end));
  const reach = contextLength * 4;
  return {
    before: foldSpace(side.text.slice(Math.max(first.start, start - reach), start)).text,
    after: foldSpace(side.text.slice(end, Math.min(last.end, end + reach))).text,
  };
}

function agreeingEnd(left: string, right: string): number {
  let count = 0;
  while (
    count < left.length &&
    count < right.length &&
    left.at(-1 - count) === right.at(-1 - count)
  ) {
    count += 1;
  }
  return count;
}

function agreeingStart(left: string, right: string): number {
  let count = 0;
  while (count < left.length && count < right.length && left[count] === right[count]) count += 1;
  return count;
}

function clearlyBest(candidates: readonly Candidate[]): Candidate | null {
  const [best, second] = [...candidates].sort((a, b) => b.evidence.agreeing - a.evidence.agreeing);
  if (!best) return null;
  if (second && best.evidence.agreeing - second.evidence.agreeing < clearLead) return null;
  return best;
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
