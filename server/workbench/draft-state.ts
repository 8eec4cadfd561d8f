import "server-only";
import { z } from "zod";
import type { Article } from "@/core/article/article";
import { applyPatch, type Patch, patchSchema } from "@/core/article/operations/patch";
import { compose, invert, type PositionMap } from "@/core/article/position-map";
import { byteCache } from "../articles/byte-cache";
import { loadVersion } from "../articles/load-version";
import type { Database, Transaction } from "../db";

/** What was done once: it can be taken back and done again. */
export type Deed = {
  readonly sequence: number;
  /** What it was, for a list: the kind of an operation, "merge" or "restore". */
  readonly kind: string;
  readonly change: Patch;
  readonly inverse: Patch;
};

/** A draft after the last entry of its log. */
export type DraftState = {
  readonly article: Article;
  readonly sequence: number;
  readonly undoable: readonly Deed[];
  readonly redoable: readonly Deed[];
  /** Where the text of the version saved last went since. */
  readonly map: PositionMap;
};

export type DraftRow = {
  readonly id: string;
  readonly baseVersionId: string;
  readonly savedVersionId: string;
  readonly savedSequence: number;
};

const labelSchema = z.object({ kind: z.string() });
const noMap: PositionMap = { touched: [], segments: [] };

const states = byteCache<{ readonly row: DraftRow; readonly state: DraftState }>(48 * 1024 * 1024);
const BYTES_PER_BLOCK = 2000;

/** The draft as its log tells it; what was read before is not read again. Asks nobody's permission. */
export async function loadDraftState(
  client: Database | Transaction,
  row: DraftRow,
): Promise<DraftState> {
  const known = states.get(row.id);
  const isSame =
    known?.row.baseVersionId === row.baseVersionId && known.row.savedSequence === row.savedSequence;
  let state: DraftState = isSame
    ? known.state
    : {
        article: await loadVersion(row.baseVersionId, client),
        sequence: 0,
        undoable: [],
        redoable: [],
        map: noMap,
      };
  const entries = await client.draftEntry.findMany({
    where: { draftId: row.id, sequence: { gt: state.sequence } },
    orderBy: { sequence: "asc" },
  });
  for (const entry of entries) state = withEntry(state, entry, row);
  keepDraftState(row, state);
  return state;
}

export function keepDraftState(row: DraftRow, state: DraftState): void {
  const { de, en } = state.article.sides;
  states.set(row.id, { row, state }, (de.blocks.length + en.blocks.length) * BYTES_PER_BLOCK);
}

type EntryRow = {
  readonly sequence: number;
  readonly kind: "do" | "undo" | "redo";
  readonly operation: unknown;
  readonly change: unknown;
  readonly inverse: unknown;
};

function withEntry(state: DraftState, entry: EntryRow, row: DraftRow): DraftState {
  const next = advance(state, entry);
  // What was saved is in the version: its map begins anew.
  return entry.sequence <= row.savedSequence ? { ...next, map: noMap } : next;
}

function advance(state: DraftState, entry: EntryRow): DraftState {
  const { sequence } = entry;
  if (entry.kind === "undo") return undone(state, sequence) ?? fail(sequence);
  if (entry.kind === "redo") return redone(state, sequence) ?? fail(sequence);
  const deed = {
    sequence,
    kind: labelSchema.parse(entry.operation).kind,
    change: patchSchema.parse(entry.change),
    inverse: patchSchema.parse(entry.inverse),
  };
  return done(state, deed, applyPatch(state.article, deed.change));
}

function fail(sequence: number): never {
  throw new Error(`Entry ${sequence} of a draft has nothing to go back or on to`);
}

export function done(state: DraftState, deed: Deed, article: Article): DraftState {
  return {
    article,
    sequence: deed.sequence,
    undoable: [...state.undoable, deed],
    redoable: [],
    map: compose(state.map, deed.change.map),
  };
}

/** `null` where there is nothing to take back. */
export function undone(state: DraftState, sequence: number): DraftState | null {
  const deed = state.undoable.at(-1);
  if (!deed) return null;
  return {
    article: applyPatch(state.article, deed.inverse),
    sequence,
    undoable: state.undoable.slice(0, -1),
    redoable: [...state.redoable, deed],
    map: compose(state.map, invert(deed.change.map)),
  };
}

export function redone(state: DraftState, sequence: number): DraftState | null {
  const deed = state.redoable.at(-1);
  if (!deed) return null;
  return {
    article: applyPatch(state.article, deed.change),
    sequence,
    undoable: [...state.undoable, deed],
    redoable: state.redoable.slice(0, -1),
    map: compose(state.map, deed.change.map),
  };
}
