import type { Bead, Block, Row, Side } from "./article";
import { anchorGroups, betweenAnchors, type Group, type Order, orderOf } from "./between-anchors";
import { type Language, languages } from "./language";
import { projectRows } from "./project-rows";

type Sides = Readonly<Record<Language, Side>>;

/**
 * Rows for two texts whose blocks changed: rows whose blocks are all still there stay as they are, what is new is projected
 * from the beads between them, and a row that goes on from an old one keeps its id. With no rows before, all are projected.
 */
export function carryRows(
  before: readonly Row[],
  sides: Sides,
  beads: readonly Bead[],
): readonly Row[] {
  const blocks = { de: sides.de.blocks, en: sides.en.blocks };
  const order = orderOf(ids(blocks.de), ids(blocks.en));
  const links = linksOf(beads, blocks);
  if (holdAll(before, blocks) && before.every((row) => isClosed(row, links))) return before;
  const standing = keepStanding(before, order, links);
  const taken = new Set(standing.flatMap((row) => [...row.de, ...row.en]));
  const free: Group = {
    de: ids(blocks.de).filter((id) => !taken.has(id)),
    en: ids(blocks.en).filter((id) => !taken.has(id)),
  };
  const regions = betweenAnchors(standing, free, order).map((region) =>
    projectRows({ de: pick(blocks.de, region.de), en: pick(blocks.en, region.en) }, beads),
  );
  const rows = regions.flatMap((projected, index): (Row | Group)[] => [
    ...projected,
    ...standing.slice(index, index + 1),
  ]);
  return withIds(rows, before, new Set(standing.map((row) => row.id)), sides);
}

/**
 * Two-sided rows that are whole, follow each other, and are tied by no bead to a block outside. One-sided rows have no
 * place of their own between the two sides, and are projected again.
 */
function keepStanding(
  before: readonly Row[],
  order: Order,
  links: ReadonlyMap<string, ReadonlySet<string>>,
): Row[] {
  const whole = before.filter((row) =>
    languages.every((side) =>
      row[side].every((id, index) => isNext(row[side][index - 1], id, order[side])),
    ),
  );
  return anchorGroups(
    whole.filter((row) => isClosed(row, links)),
    order,
  );
}

/** Whether the rows are all there is, in the order of both texts: nothing came, went or moved. */
function holdAll(
  rows: readonly Row[],
  blocks: Readonly<Record<Language, readonly Block[]>>,
): boolean {
  return languages.every((side) => {
    const held = rows.flatMap((row) => row[side]);
    return held.length === blocks[side].length && held.every((id, n) => blocks[side][n]?.id === id);
  });
}

/** Whether no bead ties the row to a block outside it. */
function isClosed(row: Row, links: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const own = new Set([...row.de, ...row.en]);
  return [...own].every((id) => [...(links.get(id) ?? [])].every((other) => own.has(other)));
}

function isNext(
  before: string | undefined,
  id: string,
  places: ReadonlyMap<string, number>,
): boolean {
  const place = places.get(id);
  return place !== undefined && (before === undefined || places.get(before) === place - 1);
}

/** For each block the blocks that a bead ties it to. */
function linksOf(
  beads: readonly Bead[],
  blocks: Readonly<Record<Language, readonly Block[]>>,
): Map<string, Set<string>> {
  const holder = new Map(
    [...blocks.de, ...blocks.en].flatMap((block) =>
      block.sentences.map((sentence) => [sentence.id, block.id] as const),
    ),
  );
  const links = new Map<string, Set<string>>();
  for (const bead of beads) {
    const tied = [...bead.de, ...bead.en].flatMap((id) => holder.get(id) ?? []);
    for (const id of tied) {
      const known = links.get(id) ?? new Set();
      for (const other of tied) known.add(other);
      links.set(id, known);
    }
  }
  return links;
}

/** A row takes the id of the first old row that held one of its blocks; ids are never given to two rows. */
function withIds(
  rows: readonly (Row | Group)[],
  before: readonly Row[],
  standing: ReadonlySet<string>,
  sides: Sides,
): Row[] {
  const used = new Set(standing);
  const old = new Map(before.flatMap((row) => [...row.de, ...row.en].map((id) => [id, row.id])));
  const proposed = new Set(before.flatMap((row) => (row.isProposed ? [row.id] : [])));
  // Above every number in use, so that a link to a row that is gone leads to no other, new one.
  let next = Math.max(0, ...before.map((row) => Number(row.id.slice(1)))) + 1;
  if (before.length > 0) next = Math.max(next, sides.de.next.block, sides.en.next.block);
  return rows.map((row) => {
    if ("id" in row) return row;
    const { de, en } = row;
    const known = [...de, ...en]
      .flatMap((id) => old.get(id) ?? [])
      .find((candidate) => !used.has(candidate));
    const id = known ?? `r${next}`;
    if (!known) next += 1;
    used.add(id);
    return proposed.has(id) ? { id, de, en, isProposed: true } : { id, de, en };
  });
}

function ids(blocks: readonly Block[]): string[] {
  return blocks.map(({ id }) => id);
}

function pick(blocks: readonly Block[], wanted: readonly string[]): Block[] {
  const set = new Set(wanted);
  return blocks.filter(({ id }) => set.has(id));
}
