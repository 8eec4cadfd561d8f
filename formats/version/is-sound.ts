import type { RecordedSide } from "@/core/article/recorded-side";
import type { RecordedAlignment } from "./print-alignment";

/**
 * Whether an alignment can be trusted: no id is given twice, none lies above the counters, and beads and rows hold every
 * id exactly once and no other.
 */
export function isSound({ sides, beads, rows }: RecordedAlignment): boolean {
  const { de, en } = sides;
  if (![de, en].every(areIdsSound)) return false;
  const sentences = [...sentenceIds(de), ...sentenceIds(en)];
  const blocks = [...de.blocks, ...en.blocks].map(({ id }) => id);
  return (
    isSameSet(
      sentences,
      beads.flatMap((bead) => [...bead.de, ...bead.en]),
    ) &&
    isSameSet(
      blocks,
      rows.flatMap((row) => [...row.de, ...row.en]),
    ) &&
    areDistinct(rows.map(({ id }) => id))
  );
}

function areIdsSound(side: RecordedSide): boolean {
  const living = side.blocks.flatMap(({ id, mergedIds }) => [id, ...mergedIds]);
  const blocks = [...living, ...side.tombstones.map(({ id }) => id)];
  const sentences = sentenceIds(side);
  return (
    areDistinct(blocks) &&
    areDistinct(sentences) &&
    blocks.every((id) => numberOf(id) < side.next.block) &&
    sentences.every((id) => numberOf(id) < side.next.sentence)
  );
}

function sentenceIds(side: RecordedSide): string[] {
  return side.blocks.flatMap(({ sentences }) => sentences.map(([id]) => id));
}

function numberOf(id: string): number {
  return Number(id.replace(/^[a-z]+/, ""));
}

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

function isSameSet(ids: readonly string[], others: readonly string[]): boolean {
  const set = new Set(ids);
  return ids.length === others.length && areDistinct(others) && others.every((id) => set.has(id));
}
