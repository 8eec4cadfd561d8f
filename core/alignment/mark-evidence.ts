const quoteOrBracket = /["'„“”‚‘’»«›‹)\]\s]+$/u;

/** How often a sentence keeps the kind of its end mark in translation; fitted by hand. */
const kept = 0.9;

/** What it costs to put a sentence without an end mark, such as a headline, into one bead with what follows it. */
const openInside = 1;

/**
 * Scores end marks: whether a bead ends in the same kind of mark on both sides (a question stays a question, a headline without a stop one
 * without), as a log-likelihood ratio, and whether a sentence without a mark stands inside it.
 */
export function markScorer(
  de: readonly string[],
  en: readonly string[],
): (deStart: number, deSize: number, enStart: number, enSize: number) => number {
  const deEnds = Uint8Array.from(de, endKind);
  const enEnds = Uint8Array.from(en, endKind);
  const shares = kindShares([deEnds, enEnds]);
  const isOpen = (kind: number | undefined) => kind === 0;
  return (deStart, deSize, enStart, enSize) => {
    const deEnd = deEnds[deStart + deSize - 1] ?? 0;
    const enEnd = enEnds[enStart + enSize - 1] ?? 0;
    const share = shares[enEnd] ?? 1;
    let score = deEnd === enEnd ? Math.log(kept / share + 1 - kept) : Math.log(1 - kept);
    for (let i = deStart; i < deStart + deSize - 1; i += 1) {
      if (isOpen(deEnds[i])) score -= openInside;
    }
    for (let j = enStart; j < enStart + enSize - 1; j += 1) {
      if (isOpen(enEnds[j])) score -= openInside;
    }
    return score;
  };
}

const marks = ["", ".", "?", "!", ":", "…", ",", ";"];

/** 0 for none. */
function endKind(sentence: string): number {
  const last = sentence.replace(quoteOrBracket, "").at(-1) ?? "";
  return Math.max(0, marks.indexOf(last));
}

function kindShares(sides: readonly Uint8Array[]): Float64Array {
  const counts = new Float64Array(marks.length).fill(1);
  let all = marks.length;
  for (const ends of sides) {
    for (const kind of ends) counts[kind] = (counts[kind] ?? 0) + 1;
    all += ends.length;
  }
  return counts.map((count) => count / all);
}
