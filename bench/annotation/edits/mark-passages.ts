import type { Anchor } from "@/core/annotation/annotation";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import { offsetToPoint, type SideText } from "@/core/annotation/side-text";
import { trimRange } from "@/core/annotation/trim-range";
import type { Random } from "./seeded-random";

/** Marks passages of one side as readers do; docs/annotations.md says how long they are. */
export function markPassages(side: SideText, count: number, random: Random): readonly Anchor[] {
  const words = [...side.text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const sentences = side.blocks.flatMap((block, index) =>
    block.sentences.map(({ start, end }) => ({
      start: (side.starts[index] ?? 0) + start,
      end: (side.starts[index] ?? 0) + end,
    })),
  );
  const lengths = [
    [1, 1],
    [1, 1],
    [2, 3],
    [2, 3],
    [4, 12],
    [4, 12],
    [4, 12],
  ] as const;
  const anchors: Anchor[] = [];
  while (anchors.length < count) {
    const kind = anchors.length % 10;
    const length = lengths[kind];
    const span = length
      ? wordsFrom(words, random, length)
      : kind < 9
        ? random.pick(sentences)
        : acrossSentences(sentences, random);
    const anchor = span && describe(side, span.start, span.end);
    if (anchor) anchors.push(anchor);
  }
  return anchors;
}

type Span = { readonly start: number; readonly end: number };

function wordsFrom(
  words: readonly Span[],
  random: Random,
  [least, most]: readonly [number, number],
): Span | null {
  const first = random.below(words.length);
  const last = Math.min(words.length - 1, first + least - 1 + random.below(most - least + 1));
  const [from, to] = [words[first], words[last]];
  return from && to ? { start: from.start, end: to.end } : null;
}

/** From somewhere in a sentence to somewhere in the next one. */
function acrossSentences(sentences: readonly Span[], random: Random): Span | null {
  const at = random.below(sentences.length - 1);
  const [one, next] = [sentences[at], sentences[at + 1]];
  if (!one || !next) return null;
  const start = one.start + random.below(one.end - one.start);
  return { start, end: next.start + 1 + random.below(next.end - next.start) };
}

function describe(side: SideText, from: number, to: number): Anchor | null {
  const start = offsetToPoint(side, from);
  const end = offsetToPoint(side, to);
  const range = start && end && trimRange(side, { start, end });
  const described = range ? describeAnchor(side, range, 1) : null;
  return described?.ok ? described.anchor : null;
}
