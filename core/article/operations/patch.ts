import * as z from "zod/mini";
import type { Article, Bead, Block, Row, Side } from "../article";
import {
  beadSchema,
  blockSchema,
  rowSchema,
  type SideState,
  sideStateSchema,
} from "../article-schema";
import { type PositionMap, positionMapSchema } from "../position-map";

/** In a list as it was before: from `at` on, `remove` items go and others come. Hunks rise. */
type Hunk<Item> = {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly Item[];
};

type SidePatch = {
  readonly blocks: readonly Hunk<Block>[];
  /** Everything else of the side, where any of it changed. */
  readonly state: Readonly<SideState> | null;
};

/** What an edit changed, part by part: applied to the article before it, it gives the article after it. */
export type Patch = {
  readonly de: SidePatch;
  readonly en: SidePatch;
  readonly beads: readonly Hunk<Bead>[];
  readonly rows: readonly Hunk<Row>[];
  readonly map: PositionMap;
};

const place = z.int().check(z.gte(0), z.lte(1_000_000));

function hunksSchema<Item>(item: z.ZodMiniType<Item>) {
  return z
    .array(
      z.strictObject({
        at: place,
        remove: place,
        insert: z.array(item).check(z.maxLength(1_000_000)),
      }),
    )
    .check(z.maxLength(1_000_000));
}

const sidePatchSchema = z.strictObject({
  blocks: hunksSchema(blockSchema),
  state: z.nullable(sideStateSchema),
});

export const patchSchema: z.ZodMiniType<Patch> = z.strictObject({
  de: sidePatchSchema,
  en: sidePatchSchema,
  beads: hunksSchema(beadSchema),
  rows: hunksSchema(rowSchema),
  map: positionMapSchema,
});

/** What leads from one article to another; parts that stayed must be the same objects in both. `map` is that of the edit. */
export function patchBetween(before: Article, after: Article, map: PositionMap): Patch {
  return {
    de: sidePatch(before.sides.de, after.sides.de),
    en: sidePatch(before.sides.en, after.sides.en),
    beads: hunksBetween(before.beads, after.beads),
    rows: hunksBetween(before.rows, after.rows),
    map,
  };
}

/** Throws where the patch was made for another article. */
export function applyPatch(article: Article, patch: Patch): Article {
  return {
    sides: {
      de: patchSide(article.sides.de, patch.de),
      en: patchSide(article.sides.en, patch.en),
    },
    beads: splice(article.beads, patch.beads),
    rows: splice(article.rows, patch.rows),
  };
}

function sidePatch(before: Side, after: Side): SidePatch {
  if (before === after) return { blocks: [], state: null };
  const { frontMatter, tombstones, next } = after;
  const isSame =
    before.frontMatter === frontMatter && before.tombstones === tombstones && before.next === next;
  return {
    blocks: hunksBetween(before.blocks, after.blocks),
    state: isSame ? null : { frontMatter, tombstones: [...tombstones], next },
  };
}

function patchSide(side: Side, { blocks, state }: SidePatch): Side {
  if (blocks.length === 0 && state === null) return side;
  return { ...side, ...state, blocks: splice(side.blocks, blocks) };
}

function hunksBetween<Item extends object>(
  before: readonly Item[],
  after: readonly Item[],
): readonly Hunk<Item>[] {
  if (before === after) return [];
  // Most edits touch a few items of thousands: only what lies between the first and the last change is looked at closely.
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const end = before.length - tail;
  const places = new Map(before.slice(start, end).map((item, index) => [item, start + index]));
  const hunks: Hunk<Item>[] = [];
  let done = start; // of `before`
  let insert: Item[] = [];
  const close = (at: number) => {
    if (at > done || insert.length > 0) hunks.push({ at: done, remove: at - done, insert });
    insert = [];
    done = at;
  };
  for (const item of after.slice(start, after.length - tail)) {
    const at = places.get(item) ?? -1;
    if (at < done) {
      insert.push(item);
      continue;
    }
    close(at);
    done = at + 1;
  }
  close(end);
  return hunks;
}

function splice<Item>(list: readonly Item[], hunks: readonly Hunk<Item>[]): readonly Item[] {
  if (hunks.length === 0) return list;
  const result: Item[] = [];
  let done = 0;
  for (const { at, remove, insert } of hunks) {
    if (at < done || at + remove > list.length) throw new Error(`No place for a hunk at ${at}`);
    for (const item of list.slice(done, at)) result.push(item);
    for (const item of insert) result.push(item); // not spread: there may be more than a call takes
    done = at + remove;
  }
  for (const item of list.slice(done)) result.push(item);
  return result;
}
