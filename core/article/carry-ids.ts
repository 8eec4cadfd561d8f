import type { Block, Sentence, Side, Tombstone } from "./article";
import { blockText, type ContentNode } from "./content";
import type { FrontMatter } from "./front-matter";
import type { Language } from "./language";
import {
  type Lineage,
  type LineageItem,
  matchLineage,
  presence,
  repetition,
} from "./match-lineage";
import { type RecordedBlock, type RecordedSide, recordedText } from "./recorded-side";
import { splitBlock } from "./split-block";

export type CarriedSide = {
  readonly side: Side;
  /** Ids of sentences that were kept although their words changed. */
  readonly changedSentences: ReadonlySet<string>;
};

export const emptyRecord: RecordedSide = {
  next: { block: 1, sentence: 1 },
  blocks: [],
  tombstones: [],
};

/**
 * Gives the blocks of a new text the ids of the text before, so that what was marked stays where it was: equal blocks
 * first, then alike ones. On a split the larger part keeps the id; on a merge the survivor records the others; a block
 * that is gone leaves a tombstone with its text, and takes its id back if it returns. Sentences likewise, without tombstones.
 */
export function carryIds(
  record: RecordedSide,
  language: Language,
  frontMatter: FrontMatter,
  nodes: readonly ContentNode[],
): CarriedSide {
  const lineage = matchLineage(record.blocks.map(itemOfRecord), nodes.map(itemOfNode));
  const takeBlockId = counter(`${language.charAt(0)}b`, record.next.block);
  const takeSentenceId = counter(`${language.charAt(0)}s`, record.next.sentence);
  const revived = reviveTombstones(record, nodes, lineage);
  const drafts = nodes.map((node, n) => draftOf(record, language, node, lineage, n));
  const ids = sentenceIds(record, lineage, drafts);
  const blocks = drafts.map((draft, n): Block => {
    const old = draft.parent;
    return {
      id: old?.id ?? revived.get(n)?.id ?? takeBlockId.take(),
      node: draft.node,
      sentences: placeSentences(draft.texts, (index) => ids.get(n, index) ?? takeSentenceId.take()),
      mergedIds: mergedIds(record, lineage, n),
    };
  });
  return {
    side: {
      language,
      frontMatter,
      blocks,
      tombstones: tombstones(record, lineage, new Set(revived.values())),
      next: { block: takeBlockId.next(), sentence: takeSentenceId.next() },
    },
    changedSentences: ids.changed,
  };
}

type Draft = {
  readonly node: ContentNode;
  readonly parent: RecordedBlock | undefined;
  /** Index of the record whose sentences are all as they were, or `null`. */
  readonly same: number | null;
  readonly texts: readonly string[];
};

function draftOf(
  record: RecordedSide,
  language: Language,
  node: ContentNode,
  lineage: Lineage,
  n: number,
): Draft {
  const o = lineage.from[n] ?? null;
  const parent = o === null ? undefined : record.blocks[o];
  const text = blockText(node);
  if (o !== null && parent && isSameText(recordedText(parent), text)) {
    return { node, parent, same: o, texts: parent.sentences.map(([, each]) => each) };
  }
  const earlier = parentsOf(lineage, n).flatMap((index) => record.blocks[index]?.sentences ?? []);
  const texts = splitBlock(
    node,
    language,
    earlier.map(([, each]) => each),
  );
  return { node, parent, same: null, texts };
}

/**
 * Old sentence ids for the sentences of the new blocks, by block and place: first from the blocks that a block goes on
 * from, wherever they stand now, then from everywhere.
 */
function sentenceIds(record: RecordedSide, lineage: Lineage, drafts: readonly Draft[]) {
  const known = new Map<string, string>();
  const changed = new Set<string>();
  const all = record.blocks.flatMap(({ sentences }) => sentences);
  const isKnown = presence(all.map(itemOfSentence));
  drafts.forEach((draft, n) => {
    if (draft.same !== null) {
      record.blocks[draft.same]?.sentences.forEach(([id], index) => {
        known.set(`${n}/${index}`, id);
      });
      return;
    }
    const parents = parentsOf(lineage, n);
    const olds = parents.flatMap((o) => (record.blocks[o]?.sentences ?? []).map(itemOfSentence));
    note(olds, newItems(draft, n));
  });
  const taken = new Set(known.values());
  const isRepeated = repetition(all.map(itemOfSentence)); // also by those that are found already
  const olds = all.map((sentence) =>
    taken.has(sentence[0]) ? border(sentence[0]) : itemOfSentence(sentence),
  );
  const news = drafts.flatMap((draft, n) =>
    newItems(draft, n).map((item) => {
      const id = known.get(item.id);
      return id === undefined ? item : border(id);
    }),
  );
  note(olds, news, isRepeated);
  return { changed, get: (n: number, index: number) => known.get(`${n}/${index}`) };

  function note(
    before: readonly SentenceItem[],
    after: readonly SentenceItem[],
    isRepeated = repetition(before),
  ) {
    const { from } = matchLineage(before, after, isRepeated, isKnown);
    after.forEach((item, index) => {
      const old = before[from[index] ?? -1];
      if (!old || !item.id) return;
      known.set(item.id, old.id);
      if (old.key !== item.key) changed.add(old.id);
    });
  }
}

function newItems(draft: Draft, n: number): SentenceItem[] {
  return draft.texts.map((text, index) => ({ ...itemOf(text), id: `${n}/${index}` }));
}

function itemOfSentence([id, text]: readonly [string, string]): SentenceItem {
  return { ...itemOf(text), id };
}

/** Indices of the records that a new block goes on from, in their order. */
function parentsOf(lineage: Lineage, n: number): readonly number[] {
  const o = lineage.from[n] ?? null;
  return [...(o === null ? [] : [o]), ...(lineage.merged[n] ?? [])].sort((a, b) => a - b);
}

type SentenceItem = LineageItem & { readonly id: string };

/** Stands for a sentence that is found already: what lay before it stays before it. */
function border(id: string): SentenceItem {
  return { key: `\u0000${id}`, text: "", id: "" };
}

function itemOf(text: string): LineageItem {
  return { key: foldSpace(text).trim(), text };
}

function itemOfRecord(block: RecordedBlock): LineageItem {
  return { key: `${block.kind}\n${foldSpace(recordedText(block))}`, text: recordedText(block) };
}

function itemOfNode(node: ContentNode): LineageItem {
  const text = blockText(node);
  return { key: `${node.type}\n${text.trim() === "" ? "" : foldSpace(text)}`, text };
}

/** Line feeds and spaces of a text come and go as it is written and read; none of them moves an offset. */
function isSameText(a: string, b: string): boolean {
  return foldSpace(a) === (b.trim() === "" ? "" : foldSpace(b));
}

function foldSpace(text: string): string {
  return text.replace(/\s/g, " ");
}

function placeSentences(texts: readonly string[], idOf: (index: number) => string): Sentence[] {
  let end = 0;
  return texts.map((text, index) => {
    const start = end;
    end += text.length;
    return { id: idOf(index), start, end };
  });
}

function mergedIds(record: RecordedSide, lineage: Lineage, n: number): readonly string[] {
  const heirs = [lineage.from[n] ?? null, ...(lineage.merged[n] ?? [])];
  return heirs.flatMap((o, index) => {
    const block = o === null ? undefined : record.blocks[o];
    if (!block) return [];
    return index === 0 ? block.mergedIds : [block.id, ...block.mergedIds];
  });
}

function reviveTombstones(
  record: RecordedSide,
  nodes: readonly ContentNode[],
  lineage: Lineage,
): ReadonlyMap<number, Tombstone> {
  const waiting = new Map(
    record.tombstones.flatMap((stone) =>
      stone.text.trim() === "" ? [] : [[foldSpace(stone.text), stone] as const],
    ),
  );
  const revived = new Map<number, Tombstone>();
  nodes.forEach((node, n) => {
    if (lineage.from[n] !== null) return;
    const text = foldSpace(blockText(node));
    const stone = waiting.get(text);
    if (stone) revived.set(n, stone);
    waiting.delete(text);
  });
  return revived;
}

function tombstones(
  record: RecordedSide,
  lineage: Lineage,
  revived: ReadonlySet<Tombstone>,
): readonly Tombstone[] {
  const alive = new Set([...lineage.from, ...lineage.merged.flat()]);
  const dead = record.blocks.flatMap((block, o) =>
    alive.has(o) ? [] : [{ id: block.id, text: recordedText(block) }],
  );
  return [...record.tombstones.filter((stone) => !revived.has(stone)), ...dead];
}

function counter(prefix: string, start: number): { take: () => string; next: () => number } {
  let next = start;
  return {
    take: () => {
      next += 1;
      return `${prefix}${next - 1}`;
    },
    next: () => next,
  };
}
