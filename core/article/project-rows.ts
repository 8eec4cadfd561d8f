import type { Bead, Block, Row } from "./article";
import type { ContentNodeType } from "./content";
import type { Language } from "./language";

/** Rows without ids: block ids that stand level. */
export type BlockRow = Pick<Row, Language>;

/**
 * Rows from blocks and beads: a row ends where both sides end a block and no bead reaches across. Blocks without sentences
 * (figures, rules) stand level with a block of the same type in the same gap. A block without a partner is a row of its own.
 * Every block is in exactly one row, both sides in reading order; beads that cross widen the row that holds them.
 */
export function projectRows(
  blocks: Readonly<Record<Language, readonly Block[]>>,
  beads: readonly Pick<Bead, Language>[],
): BlockRow[] {
  const links = linkBlocks(blocks, beads);
  const rows: BlockRow[] = [];
  let de = 0;
  let en = 0;
  for (const { deStart, deEnd, enStart, enEnd } of mergeCrossing(links)) {
    rows.push(...gapRows(blocks.de.slice(de, deStart), blocks.en.slice(en, enStart)));
    rows.push({
      de: blocks.de.slice(deStart, deEnd).map((block) => block.id),
      en: blocks.en.slice(enStart, enEnd).map((block) => block.id),
    });
    de = deEnd;
    en = enEnd;
  }
  return [...rows, ...gapRows(blocks.de.slice(de), blocks.en.slice(en))];
}

/** Blocks that beads tie together; the ends are exclusive. */
type Link = {
  readonly deStart: number;
  readonly deEnd: number;
  readonly enStart: number;
  readonly enEnd: number;
};

function linkBlocks(
  blocks: Readonly<Record<Language, readonly Block[]>>,
  beads: readonly Pick<Bead, Language>[],
): Link[] {
  const deBlocks = blockOfSentence(blocks.de);
  const enBlocks = blockOfSentence(blocks.en);
  return beads.flatMap((bead) => {
    const de = bead.de.flatMap((id) => deBlocks.get(id) ?? []);
    const en = bead.en.flatMap((id) => enBlocks.get(id) ?? []);
    if (de.length === 0 || en.length === 0) return [];
    return [
      {
        deStart: Math.min(...de),
        deEnd: Math.max(...de) + 1,
        enStart: Math.min(...en),
        enEnd: Math.max(...en) + 1,
      },
    ];
  });
}

function blockOfSentence(blocks: readonly Block[]): Map<string, number> {
  return new Map(
    blocks.flatMap((block, index) =>
      block.sentences.map((sentence) => [sentence.id, index] as const),
    ),
  );
}

/** Joins links until each lies wholly after the one before, on both sides. */
function mergeCrossing(links: readonly Link[]): Link[] {
  const sorted = [...links].sort((a, b) => a.deStart - b.deStart || a.enStart - b.enStart);
  const merged: Link[] = [];
  for (const link of sorted) {
    let joined = link;
    let last = merged.at(-1);
    while (last && (joined.deStart < last.deEnd || joined.enStart < last.enEnd)) {
      joined = {
        deStart: Math.min(joined.deStart, last.deStart),
        deEnd: Math.max(joined.deEnd, last.deEnd),
        enStart: Math.min(joined.enStart, last.enStart),
        enEnd: Math.max(joined.enEnd, last.enEnd),
      };
      merged.pop();
      last = merged.at(-1);
    }
    merged.push(joined);
  }
  return merged;
}

/** Blocks between two linked rows. */
function gapRows(de: readonly Block[], en: readonly Block[]): BlockRow[] {
  const rows: BlockRow[] = [];
  let next = 0;
  for (const block of de) {
    const partner = block.sentences.length > 0 ? -1 : findSilent(en, next, block.node.type);
    if (partner < 0) {
      rows.push({ de: [block.id], en: [] });
      continue;
    }
    rows.push(...en.slice(next, partner).map((other) => ({ de: [], en: [other.id] })));
    rows.push({ de: [block.id], en: en.slice(partner, partner + 1).map((other) => other.id) });
    next = partner + 1;
  }
  return [...rows, ...en.slice(next).map((other) => ({ de: [], en: [other.id] }))];
}

function findSilent(blocks: readonly Block[], start: number, type: ContentNodeType): number {
  return blocks.findIndex(
    (block, index) => index >= start && block.sentences.length === 0 && block.node.type === type,
  );
}
