/** What a break on both sides at the end of a bead adds, and one inside a bead takes, as a log-likelihood ratio. */
const together = 0.8;
const inside = 1;

/**
 * Scores paragraph breaks at the end of a bead and inside it. Weak evidence, and none at all where one side has far fewer
 * breaks than the other: then the breaks were lost on the way.
 */
export function paragraphScorer(
  de: readonly number[],
  en: readonly number[],
): (deStart: number, deSize: number, enStart: number, enSize: number) => number {
  const deBreaks = breaksBefore(de);
  const enBreaks = breaksBefore(en);
  const deTotal = deBreaks[de.length] ?? 0;
  const enTotal = enBreaks[en.length] ?? 0;
  if (Math.min(deTotal, enTotal) * 3 < Math.max(deTotal, enTotal)) return () => 0;

  const isBreak = (breaks: Int32Array, index: number) =>
    index > 0 && index < breaks.length - 1 && (breaks[index + 1] ?? 0) > (breaks[index] ?? 0);
  const insideCount = (breaks: Int32Array, start: number, size: number) =>
    size < 2 ? 0 : (breaks[start + size] ?? 0) - (breaks[start + 1] ?? 0);
  return (deStart, deSize, enStart, enSize) => {
    const isTogether = isBreak(deBreaks, deStart + deSize) && isBreak(enBreaks, enStart + enSize);
    const crossed = insideCount(deBreaks, deStart, deSize) + insideCount(enBreaks, enStart, enSize);
    return (isTogether ? together : 0) - inside * crossed;
  };
}

/** At each index how many paragraph breaks lie before the sentences up to it: index k counts breaks between sentences 0 … k - 1. */
function breaksBefore(paragraphs: readonly number[]): Int32Array {
  const breaks = new Int32Array(paragraphs.length + 1);
  for (let index = 1; index <= paragraphs.length; index += 1) {
    const isNew = index > 1 && paragraphs[index - 1] !== paragraphs[index - 2];
    breaks[index] = (breaks[index - 1] ?? 0) + (isNew ? 1 : 0);
  }
  return breaks;
}
