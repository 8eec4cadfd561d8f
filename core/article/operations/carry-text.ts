import type { Block, Sentence, Side } from "../article";
import { blockText, type ContentNode } from "../content";
import type { Kept } from "../inline-text";
import { keptText } from "../kept-text";
import type { PositionMap } from "../position-map";
import { splitBlock } from "../split-block";
import { newBlockId, newSentenceId } from "./edited";

export type CarriedText = {
  /** With new ids counted, and the blocks as they were. */
  readonly side: Side;
  readonly blocks: readonly Block[];
  readonly touched: PositionMap["touched"];
  readonly segments: PositionMap["segments"];
  /** Sentences that are no more, and the one that their words went into; `null` where they were deleted. */
  readonly gone: readonly { readonly id: string; readonly into: string | null }[];
  /** Sentences that are still there with other words. */
  readonly changed: ReadonlySet<string>;
  /** New sentences that were part of an old one. */
  readonly splitFrom: ReadonlyMap<string, string>;
  /** New sentences with new words. */
  readonly fresh: readonly string[];
};

/** A piece of the new text, in offsets of all its blocks joined by line feeds. */
type Span = { readonly start: number; readonly end: number };

/**
 * What a block's sentences became when other blocks took its place: the one with most of the old words keeps the block's
 * id, and each sentence goes on in the one that has most of its words.
 */
export function carryText(before: Side, block: Block, nodes: readonly ContentNode[]): CarriedText {
  const oldText = blockText(block.node);
  const texts = nodes.map(blockText);
  const kept = keptText(oldText, texts.join("\n"));
  const starts = texts.map((_, n) =>
    texts.slice(0, n).reduce((sum, { length }) => sum + length + 1, 0),
  );
  const earlier = block.sentences.map(({ start, end }) => oldText.slice(start, end));
  const spans = nodes.map((node, n) => spansOf(node, starts[n] ?? 0, before, earlier));

  let side = before;
  const all = spans.flat();
  const owners = ownersOf(block.sentences, all, kept);
  const ids = all.map((_, n) => {
    const owner = owners.heirOf.get(n);
    if (owner) return owner;
    const { id, side: counted } = newSentenceId(side);
    side = counted;
    return id;
  });
  const heir = largest(texts.map((text, n) => sharedWith(kept, span(starts[n] ?? 0, text.length))));
  const blockIds = nodes.map((_, n) => {
    if (n === heir) return block.id;
    const { id, side: counted } = newBlockId(side);
    side = counted;
    return id;
  });

  let next = 0;
  const blocks = nodes.map((node, n): Block => {
    const shift = starts[n] ?? 0;
    const sentences = (spans[n] ?? []).map((each): Sentence => {
      const id = ids[next] ?? "";
      next += 1;
      return { id, start: each.start - shift, end: each.end - shift };
    });
    return { id: blockIds[n] ?? "", node, sentences, mergedIds: n === heir ? block.mergedIds : [] };
  });

  const joined = texts.join("\n");
  const changed = new Set<string>();
  const splitFrom = new Map<string, string>();
  const fresh: string[] = [];
  all.forEach((each, n) => {
    const id = ids[n] ?? "";
    const owner = owners.heirOf.get(n);
    const old = block.sentences.find((sentence) => sentence.id === owner);
    if (old) {
      const isSame =
        oldText.slice(old.start, old.end).trim() === joined.slice(each.start, each.end).trim();
      if (!isSame) changed.add(id);
      return;
    }
    const from = owners.partOf.get(n);
    if (from) splitFrom.set(id, from.id);
    else fresh.push(id);
  });
  const living = new Set(ids);
  const gone = block.sentences.flatMap(({ id }) => {
    if (living.has(id)) return [];
    const into = owners.intoOf.get(id);
    return [{ id, into: into === undefined ? null : (ids[into] ?? null) }];
  });
  return {
    side,
    blocks,
    touched: [...new Set([block.id, ...blockIds])],
    segments: segments(before, block.id, blocks, starts, kept),
    gone,
    changed,
    splitFrom,
    fresh,
  };
}

function spansOf(
  node: ContentNode,
  shift: number,
  side: Side,
  earlier: readonly string[],
): readonly Span[] {
  let start = shift;
  return splitBlock(node, side.language, earlier).map((text) => {
    const each = span(start, text.length);
    start = each.end;
    return each;
  });
}

function span(start: number, length: number): Span {
  return { start, end: start + length };
}

/** Which new sentence each old one goes on in, by what they share; most first. */
function ownersOf(olds: readonly Sentence[], news: readonly Span[], kept: readonly Kept[]) {
  const shares = olds.flatMap((old) =>
    news.map((each, n) => ({ id: old.id, n, shared: shared(kept, old, each) })),
  );
  const heirOf = new Map<number, string>();
  const partOf = new Map<number, { readonly id: string }>();
  const intoOf = new Map<string, number>();
  const taken = new Set<string>();
  for (const { id, n } of shares
    .filter((each) => each.shared > 0)
    .sort((a, b) => b.shared - a.shared)) {
    if (!intoOf.has(id)) intoOf.set(id, n);
    if (!partOf.has(n)) partOf.set(n, { id });
    if (heirOf.has(n) || taken.has(id)) continue;
    heirOf.set(n, id);
    taken.add(id);
  }
  return { heirOf, partOf, intoOf };
}

/** How many code units of an old stretch stand in a new one. */
function shared(kept: readonly Kept[], old: Span, fresh: Span): number {
  return kept.reduce((sum, { start, end, to }) => {
    const shift = to - start;
    const from = Math.max(old.start, start, fresh.start - shift);
    const until = Math.min(old.end, end, fresh.end - shift);
    return sum + Math.max(0, until - from);
  }, 0);
}

function sharedWith(kept: readonly Kept[], fresh: Span): number {
  return shared(kept, { start: 0, end: Number.MAX_SAFE_INTEGER }, fresh);
}

function largest(counts: readonly number[]): number {
  return counts.indexOf(Math.max(...counts));
}

function segments(
  side: Side,
  from: string,
  blocks: readonly Block[],
  starts: readonly number[],
  kept: readonly Kept[],
): PositionMap["segments"] {
  return blocks.flatMap(({ id, node }, n) => {
    const shift = starts[n] ?? 0;
    const length = blockText(node).length;
    return kept.flatMap(({ start, end, to }) => {
      const first = Math.max(to, shift);
      const last = Math.min(to + end - start, shift + length);
      if (first >= last) return [];
      const source = start + first - to;
      return [
        {
          from: { side: side.language, blockId: from, start: source, end: source + last - first },
          to: { blockId: id, start: first - shift },
        },
      ];
    });
  });
}
