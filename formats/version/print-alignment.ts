import type { Bead, Row } from "@/core/article/article";
import type { Language } from "@/core/article/language";
import type { RecordedBlock, RecordedSide } from "@/core/article/recorded-side";

/** What `alignment.json` holds. */
export type RecordedAlignment = {
  readonly sides: Readonly<Record<Language, RecordedSide>>;
  readonly beads: readonly Bead[];
  readonly rows: readonly Row[];
};

/** JSON with one sentence, bead and row on each line, so that a difference between two versions can be read. */
export function printAlignment({ sides, beads, rows }: RecordedAlignment): string {
  return `{
"format": 1,
"sides": {
"de": ${printSide(sides.de)},
"en": ${printSide(sides.en)}
},
"beads": ${printLines(beads.map(({ de, en, probability, status, isLocked, by, at }) => ({ de, en, probability, status, isLocked, by, at })))},
"rows": ${printLines(rows.map(({ id, de, en, isProposed }) => ({ id, de, en, isProposed })))}
}
`;
}

function printSide({ next: { block, sentence }, blocks, tombstones }: RecordedSide): string {
  return `{
"next": ${JSON.stringify({ block, sentence })},
"blocks": ${printList(blocks.map(printBlock))},
"tombstones": ${printLines(tombstones.map(({ id, text }) => ({ id, text })))}
}`;
}

function printBlock({ id, kind, mergedIds, sentences }: RecordedBlock): string {
  const head = JSON.stringify({ id, kind, mergedIds }).slice(0, -1);
  return `${head},"sentences":${printLines(sentences)}}`;
}

function printLines(values: readonly unknown[]): string {
  return printList(values.map((value) => JSON.stringify(value)));
}

function printList(lines: readonly string[]): string {
  return lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
}
